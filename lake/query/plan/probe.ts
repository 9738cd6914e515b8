import type {Posting} from '../indexes/index.ts'
import type {View} from '../perspective/view.ts'
import type {Value} from '../value/value.ts'

/** What an index found for a condition: every document that can satisfy it, perhaps some more. */
export interface Found {
  readonly count: number
  slots(): Posting
  /** Whether what was found is just what satisfies the condition, each document once. */
  readonly exact: boolean
}

export const NOTHING_FOUND: Found = {count: 0, slots: () => [], exact: true}

/** Values of the operands of a chain. */
export type OperandValues = readonly Value[]

/** A way to the documents that satisfy a condition. */
export interface Probe {
  /** The access in words. */
  readonly words: string
  /** Cheaper and more selective ones are asked first. */
  readonly rank: number
  /** Asks the index; undefined when it can't say for these values. */
  find(view: View, values: OperandValues): Found | undefined
}

/** Rank of the kinds of probes. */
export const RANK = {id: 0, reference: 1, key: 2, type: 3, items: 4, words: 5, range: 6} as const
