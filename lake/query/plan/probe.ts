import type {Run} from '../compile/run.ts'
import type {Posting} from '../indexes/index.ts'
import {placeOf} from '../indexes/longPosting.ts'
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
  find(run: Run, values: OperandValues): Found | undefined
}

/** Rank of the kinds of probes. */
export const RANK = {id: 0, reference: 1, key: 2, type: 3, items: 4, words: 5, range: 6} as const

/** For `a && b`: the smaller set will do, the conditions themselves are asked again. */
export function eitherProbe(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return inexact(left ?? right)
  return inexact({
    words: `${left.words} and ${right.words}`,
    rank: Math.min(left.rank, right.rank),
    find(run, values) {
      const a = left.find(run, values)
      const b = right.find(run, values)
      if (a === undefined || b === undefined) return a ?? b
      return a.count <= b.count ? a : b
    },
  })
}

const inexact = (probe: Probe | undefined): Probe | undefined =>
  probe && {
    ...probe,
    find(run, values) {
      const found = probe.find(run, values)
      return found && {...found, exact: false}
    },
  }

/** For `a || b`: both sets are needed. */
export function unionProbe(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return undefined
  return {
    words: `${left.words} or ${right.words}`,
    rank: Math.max(left.rank, right.rank),
    find(run, values) {
      const a = left.find(run, values)
      const b = a && right.find(run, values)
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
  let total = 0
  let last = 0
  for (const posting of filled) {
    total += posting.length
    last = Math.max(last, posting.at(-1) ?? 0)
  }
  const slots = new Uint32Array(total)
  // Many slots are marked bit by bit and read off in order; sorting few takes less time than that.
  return total * BITS < last ? sorted(filled, slots) : marked(filled, slots, last)
}

const BITS = 32

function sorted(postings: readonly Posting[], into: Uint32Array): Uint32Array {
  let end = 0
  for (const posting of postings) {
    into.set(posting, end)
    end += posting.length
  }
  into.sort()
  let length = 0
  for (const slot of into) if (length === 0 || slot !== into[length - 1]) into[length++] = slot
  return into.subarray(0, length)
}

function marked(postings: readonly Posting[], into: Uint32Array, last: number): Uint32Array {
  const marks = marksOf(postings, last)
  let length = 0
  for (let at = 0; at < marks.length; at++) {
    // The lowest bit that is set, until none is.
    for (let bits = marks[at] ?? 0; bits !== 0; bits &= bits - 1) {
      into[length++] = at * BITS + 31 - Math.clz32(bits & -bits)
    }
  }
  return into.subarray(0, length)
}

/** A bit for each slot up to the last, set for those in any of the postings. */
export function marksOf(postings: readonly Posting[], last: number): Uint32Array {
  const marks = new Uint32Array(Math.floor(last / BITS) + 1)
  for (const posting of postings) {
    for (const slot of posting) marks[slot >>> 5] = (marks[slot >>> 5] ?? 0) | (1 << (slot & 31))
  }
  return marks
}

export const isMarked = (marks: Uint32Array, slot: number): boolean =>
  ((marks[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0

/** The slots that are in all of the postings. */
export function intersectionOf(postings: readonly Posting[]): Posting {
  const [smallest = [], ...others] = postings.toSorted((a, b) => a.length - b.length)
  let slots = smallest
  for (const posting of others) {
    let from = 0
    slots = slots.filter((slot) => {
      from = placeOf(posting, slot, from)
      return posting[from] === slot
    })
  }
  return slots
}
