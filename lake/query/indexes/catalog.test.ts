import {describe, expect, it} from 'vitest'
import {storedDocument} from '../../../tests/lake/groq/storedDocument.ts'
import type {StoredDocument} from '../../model/document.ts'
import {IndexCatalog} from './catalog.ts'
import {valueKey} from './documentKeys.ts'
import type {Patience} from './making.ts'
import type {Membership, Selection} from './selection.ts'

const numbered = (n: number) => storedDocument({n})

const patient: Patience = {isOver: () => false, unfinished: impossible, crowded: impossible}

function impossible(): Error {
  return new Error('waits as long as it takes')
}

const byNumber = valueKey((document) => document['n'] ?? null)

function catalogOf(numbers: number[]): {
  slots: StoredDocument[]
  catalog: IndexCatalog
  set: (slot: number, n: number) => void
} {
  const slots = numbers.map(numbered)
  const catalog = new IndexCatalog(slots)
  return {
    slots,
    catalog,
    set(slot, n) {
      const before = slots[slot]
      slots[slot] = numbered(n)
      catalog.record(slot, before, slots[slot])
    },
  }
}

describe('IndexCatalog', () => {
  it('brings an index up to date when it is next asked for', () => {
    const {catalog, set} = catalogOf([1, 2, 1])
    expect(catalog.keys('n', () => byNumber, patient).get(1)).toEqual([0, 2])
    set(1, 1)
    set(0, 3)
    expect(catalog.keys('n', () => byNumber, patient).get(1)).toEqual([1, 2])
    for (let i = 0; i < 10_000; i++) set(2, i)
    expect(catalog.keys('n', () => byNumber, patient).get(9999)).toEqual([2])
  })

  it('makes only a few indexes of one family', () => {
    const {catalog} = catalogOf([1])
    const made = Array.from({length: 20}, (_, i) => catalog.keys(`f ${i}`, () => byNumber, patient, 'f '))
    expect(made.filter((index) => index !== undefined)).toHaveLength(8)
  })

  it('keeps a list in order while slots enter, leave and move', () => {
    const {catalog, set} = catalogOf([5, 1, 4, 2])
    const membership = {...inOrder, holds: (document: StoredDocument) => Number(document['n']) > 1}
    expect(listOf(catalog, membership).slots).toEqual([3, 2, 0])
    set(0, 3)
    set(1, 9)
    set(2, 0)
    expect(catalog.kept('list', membership)?.slots).toEqual([3, 0, 1])
  })

  it('leaves a slot in its place, and forgets what was computed, when another attribute changes', () => {
    const {catalog, set} = catalogOf([5, 1, 4])
    listOf(catalog, inOrder).memo.set('sum', 10)
    set(2, 4)
    const compareSlots = () => expect.unreachable('nothing moves')
    const list = catalog.kept('list', {...inOrder, compareSlots})
    expect(list?.slots).toEqual([1, 2, 0])
    expect(list?.memo.size).toBe(0)
  })

  it('gives a list up that is far behind', () => {
    const {catalog, set} = catalogOf([1])
    listOf(catalog, inOrder)
    for (let i = 0; i < 300; i++) set(0, i)
    expect(catalog.kept('list', inOrder)).toBeUndefined()
  })
})

const inOrder: Membership = {
  holds: () => true,
  keysOf: ({n = null}) => [n],
  compareKeys: ([a], [b]) => Number(a) - Number(b),
  compareSlots: (a, b) => a - b,
}

const listOf = (catalog: IndexCatalog, membership: Membership): Selection =>
  catalog.makeList({kind: 'kind', name: 'list'}, membership, patient)
