import fc from 'fast-check'
import {expect, test} from 'vitest'

import {referredFirst} from './order.ts'

const graphs = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9)), {maxLength: 25})
  .map(
    (edges) =>
      new Map(
        Array.from({length: 10}, (_each, id) => [
          `${id}`,
          edges.filter(([from]) => from === id).map(([, to]) => `${to}`),
        ]),
      ),
  )

test('each document comes once, and what it refers to is with it or before it', () => {
  fc.assert(
    fc.property(graphs, (references) => {
      const groups = referredFirst(references)
      expect(groups.flat().toSorted()).toEqual([...references.keys()])
      const at = new Map(groups.flatMap((group, position) => group.map((id) => [id, position])))
      for (const [id, others] of references) {
        for (const other of others) expect(at.get(other)).toBeLessThanOrEqual(at.get(id) ?? -1)
      }
    }),
  )
})

test('only a circle is kept together', () => {
  const references = new Map([
    ['annex', ['agreement', 'elsewhere']],
    ['agreement', ['fund']],
    ['fund', ['round']],
    ['round', ['fund', 'round']],
  ])
  expect(referredFirst(references)).toEqual([['fund', 'round'], ['agreement'], ['annex']])
})

test('a chain of ten thousand needs no deep stack', () => {
  const chain = new Map(Array.from({length: 10_000}, (_each, id) => [`${id}`, [`${id + 1}`]]))
  expect(referredFirst(chain).at(0)).toEqual(['9999'])
})
