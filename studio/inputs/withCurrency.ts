import type {FormPatch} from 'sanity'

/** The currency of the base figures. */
const EURO = 'EUR'

/** The currency to set along with a change of an amount; undefined when there is nothing to set. */
export function withCurrency(
  patches: readonly Pick<FormPatch, 'type'>[],
  currency: unknown,
): string | undefined {
  return currency === undefined && patches.some(({type}) => type === 'set') ? EURO : undefined
}
