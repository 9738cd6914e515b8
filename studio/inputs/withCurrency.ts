/** The currency of the base figures. */
const EURO = 'EUR'

/** The currency to set when an amount is typed; undefined when there is nothing to set. */
export function withCurrency(typed: string, currency: unknown): string | undefined {
  return currency === undefined && typed.trim() !== '' ? EURO : undefined
}
