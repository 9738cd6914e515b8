import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {formatMoney} from '../../schemas/values/money.ts'

/** Cents as an amount in euros, as the language of the interface writes it. */
export const euros = (inCents: number): string =>
  formatMoney({amount: inCents / 100, currency: 'EUR'}, interfaceLanguage())
