import {describe, expect, it} from 'vitest'
import {storedDocument} from '../../../tests/lake/groq/storedDocument.ts'
import {itemKeys, tokenKeys} from './documentKeys.ts'
import type {Slots} from './index.ts'
import type {KeyIndex, KeysOf} from './keyIndex.ts'
import {KeyIndexMaker} from './keyIndexMaker.ts'

const tagged = (...tags: string[]) => storedDocument({tags})

function indexOf(slots: Slots, keysOf: KeysOf): KeyIndex {
  const steps = new KeyIndexMaker(slots, keysOf).steps()
  for (;;) {
    const {done, value} = steps.next()
    if (done === true) return value
  }
}

const index = (): KeyIndex =>
  indexOf(
    [tagged('a', 'b'), undefined, tagged('b', 'b'), tagged('b', 'abc')],
    itemKeys((document) => document['tags'] ?? null),
  )

describe('KeyIndex', () => {
  it('finds slots by key, ascending and each once', () => {
    expect(index().get('b')).toEqual([0, 2, 3])
    expect(index().get('a')).toEqual([0])
    expect(index().get('missing')).toEqual([])
    expect(index().count('b')).toBe(3)
  })

  it('finds keys by prefix', () => {
    expect(index().withPrefix('a')).toEqual(['a', 'abc'])
    expect(index().withPrefix('c')).toEqual([])
  })

  it('takes over changes in the middle, at the ends and of the last one with a key', () => {
    const tags = index()
    tags.change({slot: 2, before: tagged('b', 'b'), after: tagged('a')})
    tags.change({slot: 1, before: undefined, after: tagged('b')})
    tags.change({slot: 3, before: tagged('b', 'abc'), after: undefined})
    expect(tags.get('b')).toEqual([0, 1])
    expect(tags.get('a')).toEqual([0, 2])
    expect(tags.withPrefix('a')).toEqual(['a'])
  })

  it('keeps long lists in order too, whatever comes and goes', () => {
    const documents = Array.from({length: 300}, (_, slot) => (slot % 3 === 0 ? undefined : tagged('long')))
    const tags = indexOf(
      documents,
      itemKeys((document) => document['tags'] ?? null),
    )
    const expected = new Set(documents.flatMap((document, slot) => (document ? [slot] : [])))
    for (const slot of [150, 0, 299, 297, 3, 148, 1, 298, 400]) {
      const isThere = expected.has(slot)
      const states = {
        before: isThere ? tagged('long') : undefined,
        after: isThere ? undefined : tagged('long'),
      }
      tags.change({slot, ...states})
      if (isThere) expected.delete(slot)
      else expected.add(slot)
      expect([...tags.get('long')]).toEqual([...expected].toSorted((a, b) => a - b))
      expect(tags.count('long')).toBe(expected.size)
    }
    for (const slot of expected) tags.change({slot, before: tagged('long'), after: undefined})
    expect([tags.get('long'), tags.withPrefix('long')]).toEqual([[], []])
  })

  it('takes texts apart again only where they changed', () => {
    const words = indexOf(
      [tagged('one two')],
      tokenKeys((document) => document['tags'] ?? null),
    )
    words.change({slot: 0, before: tagged('one two'), after: {...tagged('one two'), _rev: 's'}})
    expect([words.get('one'), words.get('two')]).toEqual([[0], [0]])
    words.change({slot: 0, before: tagged('one two'), after: tagged('one', 'three')})
    expect([words.get('one'), words.get('two'), words.get('three')]).toEqual([[0], [], [0]])
    words.change({slot: 0, before: tagged('one', 'three'), after: tagged('one')})
    expect([words.get('one'), words.get('three')]).toEqual([[0], []])
  })
})
