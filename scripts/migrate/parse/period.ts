import {MONTH_PATTERN, readDate, type DateReading} from './date.ts'

export interface PeriodReading {
  start: DateReading
  end: DateReading
}

const BETWEEN = /\s*[–—]\s*|\s+-\s+|\s+(?:tot en met|t\.?\/m\.?|t\.e\.m\.|tot|until|to|through)\s+/i
const YEAR_PAIR = /^(?<start>(?:19|20)\d{2})\s*[-/]\s*(?<end>(?:19|20)\d{2})$/
const MONTH_ALONE = new RegExp(String.raw`^(?:\d{1,2}\s+)?(?:${MONTH_PATTERN})\.?$`, 'i')

/**
 * Reads a period: `februari 2017 – februari 2019`, `2009-2011`, `1.01.2015 – 31.12.2017`,
 * `mei tot juli 2018` (the year of the end counts for both).
 *
 * @returns undefined when there are not two dates, or the first is later than the second
 */
export function readPeriod(text: string): PeriodReading | undefined {
  const words = text.trim().replace(/^(?:van|from|tussen|between)\s+/i, '')
  const years = YEAR_PAIR.exec(words)?.groups
  const [first, second, ...rest] = years ? [years['start'] ?? '', years['end'] ?? ''] : words.split(BETWEEN)
  if (first === undefined || second === undefined || rest.length > 0) return undefined
  const end = readDate(second)
  const start = readDate(MONTH_ALONE.test(first.trim()) && end ? `${first} ${end.value.slice(0, 4)}` : first)
  if (!start || !end) return undefined
  const length = Math.min(start.value.length, end.value.length)
  return start.value.slice(0, length) <= end.value.slice(0, length) ? {start, end} : undefined
}

/** The last period of years inside other words, such as a title: `… (2018-2019)`, `2020 - 2021`. */
export function findYears(text: string): PeriodReading | undefined {
  const pairs = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})\s*[-–—]\s*((?:19|20)\d{2})(?!\d)/g)]
  return pairs
    .map(([, start = '', end = '']) => readPeriod(`${start}-${end}`))
    .findLast((period) => period !== undefined)
}
