import type {StoredDocument} from '../../model/document.ts'
import {totalCompare} from '../value/compare.ts'
import type {Value} from '../value/value.ts'

/** One criterion of an order, ready to be read from documents. */
export interface Sorter {
  valueOf(document: StoredDocument): Value
  descending: boolean
}

/** Compares two lists of keys; 0 leaves a tie to the dataset's order. */
export function compareKeys(
  a: readonly Value[],
  b: readonly Value[],
  sorters: readonly {descending: boolean}[],
): number {
  for (let i = 0; i < sorters.length; i++) {
    const order = totalCompare(a[i] ?? null, b[i] ?? null)
    if (order !== 0) return sorters[i]?.descending === true ? -order : order
  }
  return 0
}

/** Sorts items by keys read once from each; the sort is stable. */
export function sortByKeys<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => Value[],
  sorters: readonly {descending: boolean}[],
): Item[] {
  const rows = items.map((item) => ({item, keys: keysOf(item)}))
  rows.sort((a, b) => compareKeys(a.keys, b.keys, sorters))
  return rows.map(({item}) => item)
}
