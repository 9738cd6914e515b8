/** Indexes that are made a part at a time, while documents change. */
import {expect, it, vi} from 'vitest'
import {Random} from '../../../tests/lake/groq/random.ts'
import {storedDocument} from '../../../tests/lake/groq/storedDocument.ts'
import type {StoredDocument} from '../../model/document.ts'
import {totalCompare} from '../value/compare.ts'
import {IndexCatalog} from './catalog.ts'
import {itemKeys} from './documentKeys.ts'
import type {Posting} from './index.ts'
import type {Patience} from './making.ts'
import type {Membership} from './selection.ts'
import type {Among} from './selectionMaker.ts'

const TAGS = ['a', 'b', 'c', 'd', 'e']

class Unfinished extends Error {}
class Crowded extends Error {}

/** Allows some steps. */
function stopsAfter(steps: number): Patience {
  let left = steps
  return {isOver: () => --left < 0, unfinished: () => new Unfinished(), crowded: () => new Crowded()}
}

const patient: Patience = {...stopsAfter(0), isOver: () => false}

const byTag = itemKeys((document) => document['tags'] ?? null)

/** A catalog over random documents, and a way to change one of them. */
function randomCatalog(random: Random) {
  const anyDocument = (): StoredDocument =>
    storedDocument({tags: TAGS.filter(() => random.chance(0.4)), n: random.below(50)})
  const slots: (StoredDocument | undefined)[] = Array.from({length: 1500}, anyDocument)
  const catalog = new IndexCatalog(slots)
  return {
    slots,
    catalog,
    change() {
      const slot = random.below(slots.length + 2)
      const before = slots[slot]
      const after = random.chance(0.2) ? undefined : anyDocument()
      if (slot >= slots.length) catalog.record(slots.push(after) - 1, undefined, after)
      else {
        slots[slot] = after
        catalog.record(slot, before, after)
      }
    },
  }
}

function keysAndLists({catalog}: ReturnType<typeof randomCatalog>, patience: Patience) {
  const byNumber: Membership = {
    holds: () => true,
    keysOf: (document) => [document['n'] ?? null],
    compareKeys: ([a = null], [b = null]) => totalCompare(a, b),
    compareSlots: (a, b) => a - b,
  }
  const tagged: Membership = {...byNumber, holds: (document) => byTag(document).includes('a')}
  const keys = catalog.keys('tags', () => byTag, patience)
  const amongTagged = () => ({slots: keys.get('a'), holds: () => true})
  const list = (name: string, membership: Membership, among?: () => Among) =>
    catalog.kept(name, membership) ?? catalog.makeList({kind: name, name}, membership, patience, among)
  return {keys, all: list('n', byNumber), tagged: list('n of a', tagged, amongTagged)}
}

it.each([1, 2, 3, 4, 5])('have every change in them that came meanwhile (seed %i)', (seed) => {
  const random = new Random(seed)
  const changing = randomCatalog(random)
  let stops = 0
  const made = (() => {
    for (;;) {
      try {
        return keysAndLists(changing, stopsAfter(random.below(4)))
      } catch (error) {
        if (!(error instanceof Unfinished)) throw error
        stops++
        for (let i = random.below(5); i > 0; i--) changing.change()
      }
    }
  })()
  expect(stops).toBeGreaterThan(50)
  const there = changing.slots.flatMap((document, slot) => (document ? [{document, slot}] : []))
  const listed = (slots: Posting) => [...slots]
  for (const tag of TAGS) {
    const expected = there.filter(({document}) => JSON.stringify(document['tags']).includes(`"${tag}"`))
    expect(listed(made.keys.get(tag))).toEqual(expected.map(({slot}) => slot))
    expect(made.keys.count(tag)).toBe(expected.length)
  }
  const sorted = there.toSorted(
    (a, b) => Number(a.document['n']) - Number(b.document['n']) || a.slot - b.slot,
  )
  expect(made.all.slots).toEqual(sorted.map(({slot}) => slot))
  const tagged = sorted.filter(({document}) => byTag(document).includes('a'))
  expect(made.tagged.slots).toEqual(tagged.map(({slot}) => slot))
})

it('are only so many at a time, unless nobody goes on with one', () => {
  vi.useFakeTimers()
  const {catalog} = randomCatalog(new Random(1))
  const begin = (name: string) => () => catalog.keys(name, () => byTag, stopsAfter(0))
  for (let i = 0; i < 32; i++) expect(begin(`index ${i}`)).toThrow(Unfinished)
  expect(begin('one more')).toThrow(Crowded)
  vi.advanceTimersByTime(2000)
  expect(begin('one more')).toThrow(Unfinished)
  vi.useRealTimers()
  expect(catalog.keys('one more', () => byTag, patient).count('a')).toBeGreaterThan(0)
})

it('are begun anew after one could not be made', () => {
  const {catalog} = randomCatalog(new Random(1))
  const failing = () => {
    throw new RangeError('too long')
  }
  expect(() => catalog.keys('n', () => failing, patient)).toThrow('too long')
  expect(catalog.keys('n', () => byTag, patient).count('a')).toBeGreaterThan(0)
})

it('know nothing of a candidate any more that changed before it was seen', () => {
  const {catalog, slots} = randomCatalog(new Random(1))
  const last = slots.length - 1
  const membership: Membership = {
    holds: (document) => document['n'] !== -1,
    keysOf: () => [],
    compareKeys: () => 0,
    compareSlots: (a, b) => a - b,
  }
  const among = () => ({slots: [...slots.keys()], holds: () => true})
  const make = (patience: Patience) =>
    catalog.makeList({kind: 'list', name: 'list'}, membership, patience, among)
  expect(() => make(stopsAfter(0))).toThrow(Unfinished)
  const before = slots[last]
  slots[last] = storedDocument({n: -1})
  catalog.record(last, before, slots[last])
  expect(make(patient).slots).not.toContain(last)
})
