import {describe, expect, it} from 'vitest'
import {intersectionOf, unionOf} from './probe.ts'

/** Ascending numbers below a limit, strewn by a step that has no divisor in common with it. */
const slots = (step: number, count: number, limit: number): number[] =>
  Array.from({length: count}, (_, i) => (i * step) % limit).toSorted((a, b) => a - b)

describe.each([
  ['few of many', 20, 100_000],
  ['many of few', 900, 1000],
  ['the whole of a word of marks', 64, 64],
])('%s', (_name, count, limit) => {
  const lists = [7919, 104_729, 1_299_709].map((step) => slots(step, count, limit))
  const kinds = {numbers: lists, compact: lists.map((list) => Uint32Array.from(list))}

  it.each(Object.entries(kinds))('a union of %s has each slot once, in order', (_kind, postings) => {
    expect([...unionOf(postings)]).toEqual([...new Set(lists.flat())].toSorted((a, b) => a - b))
  })

  it.each(Object.entries(kinds))('an intersection of %s has what is in all', (_kind, postings) => {
    const [first = [], ...others] = lists
    expect([...intersectionOf(postings)]).toEqual(
      first.filter((slot) => others.every((list) => list.includes(slot))),
    )
  })
})

it('nothing has no slots, and one list stays what it is', () => {
  const list = [1, 2]
  expect([unionOf([]), unionOf([[]]), unionOf([[], list]), intersectionOf([])]).toEqual([[], [], list, []])
})
