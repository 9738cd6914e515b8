import {wordsOfBlock} from '../../../schemas/values/table.ts'
import {mergeObjects, type Clash} from '../merge/mergeValues.ts'
import {isRecord, isWords} from '../merge/fields.ts'
import {isObject} from '../merge/same.ts'
import type {Candidate, Json, Warning} from '../model.ts'
import {joinedOrigins, originsOf} from '../origins.ts'
import {brief} from '../plainValue.ts'
import {Groups} from './groups.ts'

/**
 * Brings together what several pages say about one thing: candidates that share a natural key, and projects
 * that are the same by amount, start and title. The page with most to say goes first; where another says
 * otherwise, that is a warning with both values, and the fuller of two texts is taken.
 *
 * @returns one candidate for each thing, in the order of its first key, whatever the order of the files
 */
export function gather(candidates: readonly Candidate[]): Candidate[] {
  const groups = new Groups()
  for (const candidate of candidates.toSorted(byWeight)) groups.add(candidate)
  return groups
    .all()
    .map((group) => group.toSorted(byWeight).reduce(join))
    .toSorted(byKey)
}

/** What stands up for itself before what is only named, then by rank, then by key and file. */
function byWeight(a: Candidate, b: Candidate): number {
  return (
    Number(a.supporting) - Number(b.supporting) ||
    a.rank - b.rank ||
    compare(a.keys[0] ?? '', b.keys[0] ?? '') ||
    compare(a.source.file, b.source.file) ||
    compare(a.source.locator ?? '', b.source.locator ?? '')
  )
}

function byKey(a: Candidate, b: Candidate): number {
  return compare(`${a.type}|${a.keys[0]}`, `${b.type}|${b.keys[0]}`)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function join(first: Candidate, second: Candidate): Candidate {
  const warnings: Warning[] = []
  const fields = mergeObjects({}, first.fields, second.fields, '', (clash) => {
    const [value, warning] = settle(clash, first, second)
    if (warning) warnings.push(warning)
    return value
  })
  return {
    ...first,
    keys: [...new Set([...first.keys, ...second.keys])],
    fields,
    origins: second.supporting ? originsOf({...first, fields}) : joinedOrigins(first, second, fields),
    defaults: {...second.defaults, ...first.defaults},
    urls: [...new Set([...first.urls, ...second.urls])],
    alsoFrom: [
      ...(first.alsoFrom ?? []),
      ...(second.supporting ? [] : [second.source, ...(second.alsoFrom ?? [])]),
    ],
    warnings: [...first.warnings, ...warnings, ...(second.supporting ? [] : second.warnings)],
  }
}

function settle(
  {path, theirs, ours}: Clash,
  first: Candidate,
  second: Candidate,
): [Json | undefined, Warning?] {
  if (second.supporting || isRecord(path)) return [theirs]
  if (isWords(path)) {
    const longer = fuller(theirs, ours)
    const fate = longer === theirs ? 'less fully; its text is left' : 'more fully; its text is taken'
    return [
      longer,
      {
        code: 'texts-differ',
        message: `${path}: ${second.source.file} words it differently and ${fate}.`,
        source: second.source,
      },
    ]
  }
  return [
    theirs,
    {
      code: 'sources-disagree',
      message: `${path}: ${first.source.file} says ${said(theirs)}, ${second.source.file} says ${said(ours)}; the first is taken.`,
      source: second.source,
    },
  ]
}

/** A text that ends as a sentence before one that is cut off, then the longer one. */
function fuller(theirs: Json | undefined, ours: Json): Json | undefined {
  const [cutOff, otherCutOff] = [isCutOff(theirs), isCutOff(ours)]
  if (cutOff !== otherCutOff) return cutOff ? ours : theirs
  return lengthOf(ours) > lengthOf(theirs) ? ours : theirs
}

/** The number of characters that a reader sees. */
function lengthOf(words: Json | undefined): number {
  if (typeof words === 'string') return words.length
  if (Array.isArray(words)) return words.reduce<number>((total, one) => total + lengthOf(one), 0)
  if (!isObject(words)) return 0
  return 'value' in words ? lengthOf(words['value']) : wordsOfBlock(words).length
}

function isCutOff(text: Json | undefined): boolean {
  return typeof text === 'string' && text.includes('. ') && /[\p{L}\d]$/u.test(text)
}

const said = (value: Json | undefined): string => brief(value, 120)
