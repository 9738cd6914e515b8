import {wordsPreferring} from '../values/localised.ts'
import {formatMoney, moneyOf} from '../values/money.ts'
import {formatDate, precisionOf} from '../values/partialDate.ts'
import {interfaceLanguage} from './interfaceLanguage.ts'

/** Words kept per language, for a preview: in the language of the interface, else in the other. */
export function shownWords(value: unknown): string | undefined {
  return wordsPreferring(value, interfaceLanguage())
}

/** An amount as the language of the interface writes it; undefined for an incomplete one. */
export function shownMoney(value: unknown): string | undefined {
  const money = moneyOf(value)
  return money && formatMoney(money, interfaceLanguage())
}

/** A date, as far as it is known, as the language of the interface writes it. */
export function shownDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const precision = precisionOf(value)
  return precision && formatDate({value, precision}, interfaceLanguage())
}
