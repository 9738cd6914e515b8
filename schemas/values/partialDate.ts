import type {Language} from '../languages.ts'

export const precisions = ['year', 'month', 'day'] as const

export type Precision = (typeof precisions)[number]

/** A date as far as it is known: `2018`, `2018-04` or `2018-04-23`. */
export interface PartialDate {
  value: string
  precision: Precision
}

const LENGTH: Record<Precision, number> = {year: 4, month: 7, day: 10}

/** The precision that a written date has; undefined when it is not a date of the calendar. */
export function precisionOf(value: string): Precision | undefined {
  const precision = precisions.find((candidate) => LENGTH[candidate] === value.length)
  if (!precision || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return undefined
  const [year = '', month = '01', day = '01'] = value.split('-')
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
  return exists ? precision : undefined
}

/** A date with its precision, or undefined when the value is not one. */
export function partialDateOf(value: unknown): PartialDate | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined
  if (typeof value.value !== 'string') return undefined
  const precision = precisionOf(value.value)
  return precision && {value: value.value, precision}
}

/**
 * Compares at the coarser of the two precisions, so that `2016` and `2016-03` count as equal.
 *
 * @returns negative when `a` is certainly before `b`, positive when certainly after, 0 when they may coincide
 */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const length = Math.min(LENGTH[a.precision], LENGTH[b.precision])
  const [first, second] = [a.value.slice(0, length), b.value.slice(0, length)]
  return first === second ? 0 : first < second ? -1 : 1
}

/** The first day that the date can mean, as `YYYY-MM-DD`. */
export function firstDay({value, precision}: PartialDate): string {
  return value + {year: '-01-01', month: '-01', day: ''}[precision]
}

/** The last day that the date can mean, as `YYYY-MM-DD`. */
export function lastDay({value, precision}: PartialDate): string {
  if (precision === 'day') return value
  const [year = 0, month = 12] = value.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${value.slice(0, 4)}-${String(month).padStart(2, '0')}-${days}`
}

const localeOf: Record<Language, string> = {nl: 'nl-BE', en: 'en-GB'}

/** A date as a reader of the language expects it, no more precise than it is known. */
export function formatDate(date: PartialDate, language: Language): string {
  if (date.precision === 'year') return date.value
  return new Intl.DateTimeFormat(localeOf[language], {
    year: 'numeric',
    month: 'long',
    ...(date.precision === 'day' ? {day: 'numeric'} : {}),
    timeZone: 'UTC',
  }).format(new Date(`${firstDay(date)}T00:00:00Z`))
}
