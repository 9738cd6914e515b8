import type {FieldDifference, Json} from '../../migrate/model.ts'
import type {DocumentDifference} from './compareDocuments.ts'

const SIGNS = {added: '+', removed: '-', changed: '~'} as const
const MOST_CHARACTERS = 120
/** How much of what both sides share is shown before the first character that differs. */
const LEAD = 20

/** Differences as a person reads them: a line for each document, and below it one for each value. */
export function differenceText(differences: readonly DocumentDifference[]): string {
  return differences
    .flatMap((difference) => [
      `${SIGNS[difference.op]} ${difference.type}  ${difference.id}`,
      ...(difference.op === 'changed' ? difference.fields.flatMap(fieldLines) : []),
    ])
    .join('\n')
}

/** How many documents were added, removed and changed. */
export function countText(differences: readonly DocumentDifference[]): string {
  const count = (op: DocumentDifference['op']) => differences.filter((each) => each.op === op).length
  return `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`
}

function fieldLines({path, before, after}: FieldDifference): string[] {
  const [old, next] = [shown(before), shown(after)]
  const from = Math.max(0, sharedStart(old ?? '', next ?? '') - LEAD)
  return [
    `    ${path}`,
    ...(old === undefined ? [] : [`      - ${cut(old, from)}`]),
    ...(next === undefined ? [] : [`      + ${cut(next, from)}`]),
  ]
}

function shown(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ')
}

/** Long texts are shown around the place where they part. */
function cut(text: string, from: number): string {
  if (text.length <= MOST_CHARACTERS) return text
  const part = text.slice(from, from + MOST_CHARACTERS)
  return `${from > 0 ? '…' : ''}${part}${from + MOST_CHARACTERS < text.length ? '…' : ''}`
}

function sharedStart(a: string, b: string): number {
  let index = 0
  while (index < a.length && index < b.length && a[index] === b[index]) index++
  return index
}
