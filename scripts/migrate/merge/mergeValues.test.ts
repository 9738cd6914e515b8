import {assert, constantFrom, dictionary, property} from 'fast-check'
import {describe, expect, test} from 'vitest'

import type {Json, JsonObject} from '../model.ts'
import {mergeObjects, mergeValues, type Clash} from './mergeValues.ts'

function merge(base: Json | undefined, theirs: Json | undefined, ours: Json | undefined) {
  const clashes: Clash[] = []
  const value = mergeValues(base, theirs, ours, '', (clash) => {
    clashes.push(clash)
    return clash.theirs
  })
  return {value, paths: clashes.map((clash) => clash.path)}
}

const nl = (value: string, key = 'nl') => ({_key: key, language: 'nl', value})
const en = (value: string) => ({_key: 'en', language: 'en', value})

describe('three-way merge', () => {
  test.each<[string, Json | undefined, Json | undefined, Json | undefined, Json | undefined, string[]]>([
    ['the source is unchanged: the editor’s work stays', 'a', 'b', 'a', 'b', []],
    ['the editor changed nothing: the source’s change comes in', 'a', 'a', 'b', 'b', []],
    ['both made the same change', 'a', 'b', 'b', 'b', []],
    ['both changed: a person decides', 'a', 'b', 'c', 'b', ['']],
    ['the editor removed it, the source is unchanged', 'a', undefined, 'a', undefined, []],
    ['the editor removed it, the source changed', 'a', undefined, 'b', undefined, ['']],
    ['the source no longer says it, the editor kept it', 'a', 'a', undefined, undefined, []],
    ['the source no longer says it, the editor changed it', 'a', 'b', undefined, 'b', []],
    ['nothing known before: a missing value is filled in', undefined, undefined, 'a', 'a', []],
    ['nothing known before: what is there stays', undefined, 'a', undefined, 'a', []],
  ])('%s', (_name, base, theirs, ours, value, clashes) => {
    expect(merge(base, theirs, ours)).toEqual({value, paths: clashes})
  })

  test('languages merge one by one and keep their keys', () => {
    expect(merge(undefined, [nl('theetuinen', 'k1')], [nl('theetuinen'), en('tea')])).toEqual({
      value: [nl('theetuinen', 'k1'), en('tea')],
      paths: [],
    })
    expect(merge([nl('a')], [nl('b')], [nl('c')]).paths).toEqual(['[nl].value'])
  })

  test('references are the same thing under another key, weak or strong', () => {
    const place = (key: string, extra: JsonObject = {}) => [
      {_key: key, _type: 'placeShare', place: {_type: 'reference', _ref: 'place-mw', ...extra}},
    ]
    expect(merge(undefined, place('k1'), place('k2', {_weak: true})).value).toEqual(place('k1'))
  })

  test('an item the editor took away stays away; one the source dropped goes', () => {
    expect(merge(['a', 'b'], ['b'], ['a', 'b']).value).toEqual(['b'])
    expect(merge(['a', 'b'], ['a', 'b', 'c'], ['b']).value).toEqual(['b', 'c'])
  })

  test('a more precise date is no clash, another date is', () => {
    const date = (value: string) => ({_type: 'partialDate', value})
    expect(merge(undefined, date('2018-01-01'), date('2018'))).toEqual({value: date('2018-01-01'), paths: []})
    expect(merge(undefined, date('2018'), date('2018-09'))).toEqual({value: date('2018-09'), paths: []})
    expect(merge(undefined, date('2018-01'), date('2018-09')).paths).toEqual([''])
  })

  test('merging again with the result changes nothing', () => {
    const values = dictionary(constantFrom('a', 'b', 'c'), constantFrom<Json>('x', 'y', 1))
    assert(
      property(values, values, values, (base, theirs, ours) => {
        const keep = (clash: Clash) => clash.theirs
        const once = mergeObjects(base, theirs, ours, '', keep)
        expect(mergeObjects(ours, once, ours, '', keep)).toEqual(once)
      }),
    )
  })
})
