import {describe, expect, it} from 'vitest'
import type {StoredDocument} from '../../model/document.ts'
import {itemKeys, tokenKeys} from './documentKeys.ts'
import {KeyIndex} from './keyIndex.ts'

const tagged = (...tags: string[]): StoredDocument => ({
  _id: 'd',
  _type: 't',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  tags,
})

const index = (): KeyIndex =>
  new KeyIndex(
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

  it('takes texts apart again only where they changed', () => {
    const words = new KeyIndex(
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
