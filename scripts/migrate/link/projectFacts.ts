import {isObject} from '../merge/same.ts'
import type {Json, JsonObject} from '../model.ts'

/** What tells one project from another, whichever page speaks of it. */
export interface ProjectFacts {
  cents?: number
  currency?: string
  start?: string
  months?: number
  /** Codes of the office and of IATI, as `scheme:value`. */
  codes: string[]
  /** What it refers to: its round, its places. */
  round?: string
  places: string[]
  /** By language, since titles of two languages cannot be compared. */
  titles: {language: string; words: string}[]
}

export function projectFacts(fields: JsonObject): ProjectFacts {
  const amount = isObject(fields['amount']) ? fields['amount'] : {}
  const period = isObject(fields['period']) ? fields['period'] : {}
  const start = isObject(period['plannedStart']) ? period['plannedStart'] : period['actualStart']
  const round = isObject(fields['round']) ? fields['round']['_ref'] : undefined
  return {
    ...(typeof amount['amount'] === 'number' ? {cents: Math.round(amount['amount'] * 100)} : {}),
    ...(typeof amount['currency'] === 'string' ? {currency: amount['currency']} : {}),
    ...(isObject(start) && typeof start['value'] === 'string' ? {start: start['value']} : {}),
    ...(typeof period['durationMonths'] === 'number' ? {months: period['durationMonths']} : {}),
    ...(typeof round === 'string' ? {round} : {}),
    codes: objectsIn(fields['externalIds']).map(({scheme, value}) => `${textOf(scheme)}:${textOf(value)}`),
    places: objectsIn(fields['places']).map(({place}) => (isObject(place) ? textOf(place['_ref']) : '')),
    titles: titlesOf(fields['title']),
  }
}

/** A figure such as 275,442 belongs to one project; a round one such as 450,000 may belong to several. */
const ROUND_FIGURE_CENTS = 1_000_00

const LEAST_TITLE_OVERLAP = 0.5

/**
 * Whether two sources speak of one project: the same amount and start month; else the same unusual amount;
 * else the same title. Another code, start, duration, round or country makes it another project.
 */
export function sameProject(a: ProjectFacts, b: ProjectFacts): boolean {
  if (contradict(a, b)) return false
  if (a.cents === undefined || b.cents === undefined) return titleOverlap(a, b) === 1
  if (a.start !== undefined && b.start !== undefined) return true
  return a.cents % ROUND_FIGURE_CENTS !== 0 || titleOverlap(a, b) >= LEAST_TITLE_OVERLAP
}

/** Two sources can only speak of one project when they share one of these. */
export function factKeys({cents, currency, titles}: ProjectFacts): string[] {
  return [
    ...(cents === undefined ? [] : [`${cents} ${currency ?? ''}`]),
    ...titles.map(({language, words}) => `${language} ${[...wordSet(words)].toSorted().join(' ')}`),
  ]
}

/** Whether two sources cannot speak of one project. */
export function contradict(a: ProjectFacts, b: ProjectFacts): boolean {
  const differ = <T>(one: T | undefined, other: T | undefined) =>
    one !== undefined && other !== undefined && one !== other
  if (differ(a.cents, b.cents) || differ(a.currency, b.currency) || differ(a.months, b.months)) return true
  if (
    a.start !== undefined &&
    b.start !== undefined &&
    !a.start.startsWith(b.start) &&
    !b.start.startsWith(a.start)
  )
    return true
  if (a.codes.some((code) => b.codes.some((other) => schemeOf(code) === schemeOf(other) && code !== other)))
    return true
  // A reference by natural key and one by id cannot be compared.
  const comparable = isNaturalKey(a.round ?? a.places[0]) === isNaturalKey(b.round ?? b.places[0])
  if (!comparable) return false
  const apart =
    a.places.length > 0 && b.places.length > 0 && !a.places.some((place) => b.places.includes(place))
  return apart || differ(a.round, b.round)
}

function schemeOf(code: string): string {
  return code.split(':')[0] ?? ''
}

function isNaturalKey(reference: string | undefined): boolean {
  return reference?.includes('|') ?? false
}

/** How many words two titles in one language share, 0 to 1. */
function titleOverlap(a: ProjectFacts, b: ProjectFacts): number {
  const overlaps = a.titles.flatMap((one) =>
    b.titles
      .filter((other) => other.language === one.language)
      .map((other) => shared(one.words, other.words)),
  )
  return Math.max(0, ...overlaps)
}

function shared(a: string, b: string): number {
  const [first, second] = [wordSet(a), wordSet(b)]
  const common = [...first].filter((word) => second.has(word)).length
  return common / Math.max(first.size, second.size, 1)
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [])
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function titlesOf(title: Json | undefined): {language: string; words: string}[] {
  if (!Array.isArray(title)) return []
  return title.flatMap((entry) =>
    isObject(entry) && typeof entry['language'] === 'string' && typeof entry['value'] === 'string'
      ? [{language: entry['language'], words: entry['value']}]
      : [],
  )
}
