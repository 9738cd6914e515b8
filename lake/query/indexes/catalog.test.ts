import {describe, expect, it} from 'vitest'
import type {StoredDocument} from '../../model/document.ts'
import {IndexCatalog} from './catalog.ts'
import {valueKey} from './documentKeys.ts'

const numbered = (n: number): StoredDocument => ({
  _id: 'd',
  _type: 't',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  n,
})

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

const numberIn = (slots: StoredDocument[], slot: number): number => Number(slots[slot]?.['n'])

describe('IndexCatalog', () => {
  it('brings an index up to date when it is next asked for', () => {
    const {catalog, set} = catalogOf([1, 2, 1])
    expect(catalog.keys('n', () => byNumber).get(1)).toEqual([0, 2])
    set(1, 1)
    set(0, 3)
    expect(catalog.keys('n', () => byNumber).get(1)).toEqual([1, 2])
    for (let i = 0; i < 10_000; i++) set(2, i)
    expect(catalog.keys('n', () => byNumber).get(9999)).toEqual([2])
  })

  it('makes only a few indexes of one family', () => {
    const {catalog} = catalogOf([1])
    const made = Array.from({length: 20}, (_, i) => catalog.keys(`f ${i}`, () => byNumber, 'f '))
    expect(made.filter((index) => index !== undefined)).toHaveLength(8)
  })

  it('keeps a list in order while slots enter, leave and move', () => {
    const {slots, catalog, set} = catalogOf([5, 1, 4, 2])
    const membership = {
      holds: (document: StoredDocument) => Number(document['n']) > 1,
      compare: (a: number, b: number) => numberIn(slots, a) - numberIn(slots, b) || a - b,
      isSamePlace: (before: StoredDocument, after: StoredDocument) => before['n'] === after['n'],
    }
    catalog.keep('kind', 'list', [3, 2, 0])
    set(0, 3)
    set(1, 9)
    set(2, 0)
    expect(catalog.kept('list', membership)?.slots).toEqual([3, 0, 1])
  })

  it('leaves a slot in its place, and forgets what was computed, when another attribute changes', () => {
    const {slots, catalog, set} = catalogOf([5, 1, 4])
    const membership = {
      holds: () => true,
      compare: () => expect.unreachable('nothing moves'),
      isSamePlace: (before: StoredDocument, after: StoredDocument) => before['n'] === after['n'],
    }
    catalog.keep('kind', 'list', [1, 2, 0]).memo.set('sum', 10)
    set(2, 4)
    const list = catalog.kept('list', membership)
    expect(list?.slots).toEqual([1, 2, 0])
    expect(list?.memo.size).toBe(0)
    expect(numberIn(slots, 2)).toBe(4)
  })

  it('gives a list up that is far behind', () => {
    const {catalog, set} = catalogOf([1])
    catalog.keep('kind', 'list', [0])
    for (let i = 0; i < 300; i++) set(0, i)
    expect(
      catalog.kept('list', {holds: () => true, compare: () => 0, isSamePlace: () => true}),
    ).toBeUndefined()
  })
})
