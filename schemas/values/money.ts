import type {Language} from '../languages.ts'

/** The currencies that amounts of the cooperation were published in. */
export const currencies = ['EUR', 'USD', 'CHF', 'ZAR', 'GBP'] as const

export interface Money {
  amount: number
  currency: string
}

/** A complete amount with its currency, or undefined when the value is not one. */
export function moneyOf(value: unknown): Money | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('amount' in value) || typeof value.amount !== 'number' || !Number.isFinite(value.amount))
    return undefined
  if (!('currency' in value) || typeof value.currency !== 'string') return undefined
  return {amount: value.amount, currency: value.currency}
}

/** Whole cents, so that sums are exact. */
export function cents({amount}: Pick<Money, 'amount'>): number {
  return Math.round(amount * 100)
}

/** Exact sum of amounts in one currency, in cents. */
export function sumOfCents(amounts: readonly Pick<Money, 'amount'>[]): number {
  return amounts.reduce((total, money) => total + cents(money), 0)
}

const localeOf: Record<Language, string> = {nl: 'nl-BE', en: 'en-GB'}

/** An amount as a reader of the language expects it; cents only when there are any. */
export function formatMoney({amount, currency}: Money, language: Language): string {
  const whole = Number.isInteger(amount)
  const figure = new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount)
  return language === 'nl' && currency === 'EUR' ? `${figure} euro` : `${currency} ${figure}`
}
