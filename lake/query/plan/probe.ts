import type {Posting} from '../indexes/index.ts'
import type {View} from '../perspective/view.ts'
import type {Value} from '../value/value.ts'

/** What an index found for a condition: every document that satisfies it, perhaps some more. */
export interface Found {
  /** At most so many. */
  readonly count: number
  slots(): Posting
  /** Whether the slots are just those that satisfy the condition. */
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

/** For `a && b`: the smaller set will do, the conditions themselves are asked again. */
export function eitherProbe(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return inexact(left ?? right)
  return inexact({
    words: `${left.words} and ${right.words}`,
    rank: Math.min(left.rank, right.rank),
    find(view, values) {
      const a = left.find(view, values)
      const b = right.find(view, values)
      if (a === undefined || b === undefined) return a ?? b
      return a.count <= b.count ? a : b
    },
  })
}

const inexact = (probe: Probe | undefined): Probe | undefined =>
  probe && {
    ...probe,
    find(view, values) {
      const found = probe.find(view, values)
      return found && {...found, exact: false}
    },
  }

/** For `a || b`: both sets are needed. */
export function unionProbe(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return undefined
  return {
    words: `${left.words} or ${right.words}`,
    rank: Math.max(left.rank, right.rank),
    find(view, values) {
      const a = left.find(view, values)
      const b = a && right.find(view, values)
      if (a === undefined || b === undefined) return undefined
      return {
        count: a.count + b.count,
        slots: () => unionOf([a.slots(), b.slots()]),
        exact: a.exact && b.exact,
      }
    },
  }
}

/** The slots that are in any of the postings. */
export function unionOf(postings: readonly Posting[]): Posting {
  const filled = postings.filter(({length}) => length > 0)
  const [only] = filled
  if (only === undefined) return []
  if (filled.length === 1) return only
  const slots = new Set<number>()
  for (const posting of filled) for (const slot of posting) slots.add(slot)
  return [...slots].sort((a, b) => a - b)
}

/** The slots that are in all of the postings. */
export function intersectionOf(postings: readonly Posting[]): Posting {
  const [smallest, ...others] = postings.toSorted((a, b) => a.length - b.length)
  let slots = smallest ?? []
  for (const posting of others) {
    const wanted = new Set(posting)
    slots = slots.filter((slot) => wanted.has(slot))
  }
  return slots
}
