/** A date as far as it is written: `2018`, `2018-04` or `2018-04-23`. */
export interface DateReading {
  value: string
  precision: 'year' | 'month' | 'day'
  /** The same words with day and month the other way round, when both are dates. */
  other?: string
}

/** Month names and their usual abbreviations, Dutch and English. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

/** Longest first, so that `maart` is not read as `mar`. */
export const MONTH_PATTERN = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const YEAR = String.raw`(?<year>(?:19|20)\d{2})`
const MONTH = String.raw`(?<month>${MONTH_PATTERN})\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|ste|de|e)?`

/** Figures alone, day first: the one form in which day and month can be confused. */
const FIGURES = new RegExp(String.raw`^(?<day>\d{1,2})[./-](?<monthNumber>\d{1,2})[./-]${YEAR}$`)

const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`^${YEAR}-(?<monthNumber>\d{2})-(?<day>\d{2})$`),
  new RegExp(String.raw`^${YEAR}-(?<monthNumber>0[1-9]|1[0-2])$`),
  new RegExp(String.raw`^${DAY}\s+(?:of\s+)?${MONTH},?\s+${YEAR}$`, 'i'),
  new RegExp(String.raw`^${MONTH}\s+${DAY},?\s+${YEAR}$`, 'i'),
  new RegExp(String.raw`^${MONTH},?\s+${YEAR}$`, 'i'),
  new RegExp(String.raw`^(?<monthNumber>0?[1-9]|1[0-2])[./]${YEAR}$`),
  new RegExp(String.raw`^${YEAR}$`),
]

/**
 * Reads one date in Dutch or English, no more precise than it is written. Figures alone are read day
 * first, as both countries' offices write; when month first gives a date too, `other` holds it.
 *
 * @returns undefined when the words are not a date of the calendar (31 februari, `3 februari 20`)
 */
export function readDate(text: string): DateReading | undefined {
  const words = text.trim().replace(/\s+/g, ' ')
  const figures = FIGURES.exec(words)?.groups
  if (figures) return dateOfFigures(figures)
  for (const form of FORMS) {
    const parts = form.exec(words)?.groups
    if (parts) return dateOf(parts)
  }
  return undefined
}

type Parts = Record<string, string | undefined>

function dateOfFigures(parts: Parts): DateReading | undefined {
  const dayFirst = dateOf(parts)
  const monthFirst = dateOf({...parts, day: parts['monthNumber'], monthNumber: parts['day']})
  if (!dayFirst || !monthFirst || dayFirst.value === monthFirst.value) return dayFirst
  return {...dayFirst, other: monthFirst.value}
}

function dateOf({year = '', day, month, monthNumber}: Parts): DateReading | undefined {
  if (month === undefined && monthNumber === undefined) return {value: year, precision: 'year'}
  const number = month === undefined ? Number(monthNumber) : monthOf(month)
  if (number < 1 || number > 12) return undefined
  if (day === undefined) return {value: `${year}-${pad(number)}`, precision: 'month'}
  if (!exists(year, number, Number(day))) return undefined
  return {value: `${year}-${pad(number)}-${pad(Number(day))}`, precision: 'day'}
}

/** The number of a month's name, 1 to 12; 0 when it is none. */
function monthOf(name: string): number {
  const lower = name.toLowerCase()
  return MONTHS.findIndex((names) => names.includes(lower)) + 1
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function exists(year: string, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
}
