import type {Language} from '../../queries/index.ts'
import {formatMoney, moneyOf} from '../../schemas/values/money.ts'
import {firstDay, formatDate, partialDateOf, precisionOf} from '../../schemas/values/partialDate.ts'
import type {PageContext} from './context.ts'
import {html, type Markup} from './markup.ts'

/** An amount, or the words for one that is not known. */
export function moneyText(value: unknown, {language, words}: PageContext): string {
  const money = moneyOf(value)
  return money ? unbroken(formatMoney(money, language)) : words.amountUnknown
}

/** What many long Dutch words of this content end in. */
const PARTS =
  /(?<=\p{L}{4})(?=(?:overeenkomst|organisatie|ontwikkeling|bepaling|voorziening|ondersteun|industrie|financiering))/gu

/**
 * A title that may break inside its long words on a narrow screen: not every browser on a phone knows
 * how Dutch is hyphenated.
 */
export function breakable(title: string): string {
  return title.replaceAll(/\p{L}{16,}/gu, (word) => word.replaceAll(PARTS, '\u00AD'))
}

/** Whole euros. */
export function eurosText(amount: number, {language}: PageContext): string {
  return unbroken(formatMoney({amount: Math.round(amount), currency: 'EUR'}, language))
}

/** A figure stays on one line with its unit. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0')

/** A date of any precision as a `time` element; nothing when there is none. */
export function dateMarkup(value: unknown, language: Language): Markup {
  const date = partialDateOf(typeof value === 'string' ? {value: value.slice(0, 10)} : value)
  return date ? html`<time datetime="${date.value}">${formatDate(date, language)}</time>` : ''
}

/** `2018–2020`, `2018`, `2018–`: the years of a start and end of any precision; `''` without either. */
export function yearsText(start: string | null | undefined, end: string | null | undefined): string {
  const [first, last] = [start?.slice(0, 4), end?.slice(0, 4)]
  if (!first) return last ? `–${last}` : ''
  if (first === last) return first
  return `${first}–${last ?? ''}`
}

/** A start and end of any precision as a person reads them: `april 2018 – april 2020`. */
export function spanMarkup(
  start: string | null | undefined,
  end: string | null | undefined,
  language: Language,
): Markup {
  if (!start && !end) return ''
  return html`${dateMarkup(start ?? '', language)} – ${dateMarkup(end ?? '', language)}`
}

/** A date of any precision as a number of years, for drawing: that of its first day. */
export function yearNumber(value: string): number | undefined {
  const precision = precisionOf(value)
  if (!precision) return undefined
  const [year = 0, month = 1, day = 1] = firstDay({value, precision}).split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 365
}
