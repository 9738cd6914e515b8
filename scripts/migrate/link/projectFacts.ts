import {isObject} from '../merge/same.ts'
import type {Json, JsonObject} from '../model.ts'

/** What tells one project from another, whichever page speaks of it. */
export interface ProjectFacts {
  cents?: number
  currency?: string
  start?: string
  /** By language, since titles of two languages cannot be compared. */
  titles: {language: string; words: string}[]
}

export function projectFacts(fields: JsonObject): ProjectFacts {
  const amount = isObject(fields['amount']) ? fields['amount'] : {}
  const period = isObject(fields['period']) ? fields['period'] : {}
  const start = isObject(period['plannedStart']) ? period['plannedStart'] : period['actualStart']
  return {
    ...(typeof amount['amount'] === 'number' ? {cents: Math.round(amount['amount'] * 100)} : {}),
    ...(typeof amount['currency'] === 'string' ? {currency: amount['currency']} : {}),
    ...(isObject(start) && typeof start['value'] === 'string' ? {start: start['value']} : {}),
    titles: titlesOf(fields['title']),
  }
}

/** A figure such as 275,442 belongs to one project; a round one such as 450,000 may belong to several. */
const ROUND_FIGURE_CENTS = 1_000_00

const LEAST_TITLE_OVERLAP = 0.5

/**
 * Whether two pages speak of one project: the same amount and start month; else the same unusual amount
 * with no other start; else the same title, when amounts do not contradict it.
 */
export function sameProject(a: ProjectFacts, b: ProjectFacts): boolean {
  const startsAgree =
    a.start === undefined ||
    b.start === undefined ||
    a.start.startsWith(b.start) ||
    b.start.startsWith(a.start)
  if (!startsAgree) return false
  const amountsKnown = a.cents !== undefined && b.cents !== undefined
  if (amountsKnown) {
    if (a.cents !== b.cents || a.currency !== b.currency) return false
    if (a.start !== undefined && b.start !== undefined) return true
    return (a.cents ?? 0) % ROUND_FIGURE_CENTS !== 0 || titleOverlap(a, b) >= LEAST_TITLE_OVERLAP
  }
  return titleOverlap(a, b) === 1
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

function titlesOf(title: Json | undefined): {language: string; words: string}[] {
  if (!Array.isArray(title)) return []
  return title.flatMap((entry) =>
    isObject(entry) && typeof entry['language'] === 'string' && typeof entry['value'] === 'string'
      ? [{language: entry['language'], words: entry['value']}]
      : [],
  )
}
