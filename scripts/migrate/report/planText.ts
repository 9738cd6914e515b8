import type {Account, FieldDifference, Json, JsonObject} from '../model.ts'
import type {Operation, Plan, PlannedAsset} from '../plan/model.ts'
import {brief as briefly, placeOf} from '../plainValue.ts'

const FIELD_WIDTH = 24
const VALUE_WIDTH = 96

const HEADINGS: Record<Operation['op'], string> = {
  create: 'NEW',
  patch: 'CHANGED',
  delete: 'DELETED',
  conflict: 'CONFLICT',
  unchanged: 'UNCHANGED',
}

/** A plan as a person reads it: one table for each document, then what was not taken over. */
export function planText(plan: Plan): string {
  const order: Operation['op'][] = ['conflict', 'create', 'patch', 'delete']
  const shown = order.flatMap((op) => plan.operations.filter((operation) => operation.op === op))
  const unchanged = plan.operations.filter((operation) => operation.op === 'unchanged')
  return [
    ...shown.flatMap(operationLines),
    ...unchanged.flatMap(operationLines),
    ...section(
      'NOT TAKEN OVER',
      plan.rejected.map(
        ({file, locator, code, reason}) =>
          `${placeOf({file, ...(locator ? {locator} : {})})}  ${code}: ${reason}`,
      ),
    ),
    ...section(
      'LINKS TO PAGES THAT ARE NOT TAKEN OVER',
      plan.links.broken.map(({href, source}) => `${placeOf(source)}  ${href}`),
    ),
    ...section('PICTURES TO UPLOAD', plan.assets.map(pictureLine)),
    ...section('TEXT AND IMAGES THAT NO DOCUMENT TOOK', plan.accounts.flatMap(accountLines)),
    summaryLine(plan),
  ].join('\n')
}

function operationLines(operation: Operation): string[] {
  const {op, id, type, document, diff, conflicts, warnings, source, alsoFrom} = operation
  const fields =
    op === 'create'
      ? Object.entries(document)
          .filter(([name]) => !name.startsWith('_'))
          .map(([name, value]) => row(name, brief(value)))
      : [
          row('about', aboutOf(document)),
          ...(diff ?? []).map(differenceLine),
          ...(op === 'conflict' ? (conflicts ?? []) : []).map(({path, dataset, source: ours}) =>
            row(path, `dataset: ${brief(dataset)}  source: ${brief(ours)}`),
          ),
        ]
  return [
    `${HEADINGS[op]}  ${type}  ${id}`,
    ...fields,
    row('from', [source, ...alsoFrom].map(placeOf).join(', ')),
    ...warningLines(warnings),
    '',
  ]
}

/** What a person recognises a document by, when its fields are not listed. */
const TELLING = ['title', 'name', 'contribution', 'amount', 'period', 'places'] as const

function aboutOf(document: JsonObject): string {
  return TELLING.flatMap((name) => {
    const value = document[name]
    return value === undefined ? [] : [brief(value)]
  }).join('; ')
}

function warningLines(warnings: Operation['warnings']): string[] {
  return warnings.map(({code, message, source}) => `  ! ${code}: ${message} [${placeOf(source)}]`)
}

function accountLines({file, counted, left}: Account): string[] {
  const characters = counted['characters']
  if (left.length === 0 || !characters) return []
  return [
    `${file}: ${characters.out} of ${characters.in} characters taken`,
    ...left.map(({locator, kind, excerpt}) => `  ${locator}  ${kind}  ${excerpt}`),
  ]
}

function differenceLine({path, before, after}: FieldDifference): string {
  if (before === undefined) return row(path, `+ ${brief(after)}`)
  if (after === undefined) return row(path, `- ${brief(before)}`)
  return row(path, `${brief(before)}  →  ${brief(after)}`)
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`), ''] : []
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(FIELD_WIDTH)}  ${value}`
}

function pictureLine({source, filename, alt, credit}: PlannedAsset): string {
  return [
    placeOf(source),
    filename,
    alt ?? '(not said what it shows)',
    credit ?? '(not said whose it is)',
  ].join('  ')
}

function summaryLine({summary, planId}: Plan): string {
  const {create, patch, unchanged, conflict, rejected, warnings, files} = summary
  const deleted = summary.delete > 0 ? `, ${summary.delete} deleted` : ''
  return `${files} files: ${create} new, ${patch} changed${deleted}, ${unchanged} unchanged, ${conflict} in conflict, ${rejected} not taken over, ${warnings} warnings. Plan ${planId.slice(0, 12)}.`
}

const brief = (value: Json | undefined): string => briefly(value, VALUE_WIDTH)
