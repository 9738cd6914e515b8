import {expect, test} from 'vitest'
import type {JsonObject} from '../../model/document.ts'
import {applyPatch} from './applyPatch.ts'

const patched = (attributes: JsonObject, patch: JsonObject): JsonObject => {
  const {_id, _type, ...rest} = applyPatch({_id: 'a', _type: 'a', ...attributes}, patch)
  return rest
}

const items = (...values: number[]) => ({list: values.map((v) => ({v, tags: ['x', 'y']}))})

test.each<[string, JsonObject, JsonObject, JsonObject]>([
  ['all items', items(1, 2, 3), {inc: {'list[*].v': 1}}, items(2, 3, 4)],
  ['a range of items', items(1, 2, 3), {inc: {'list[0:2].v': 1}}, items(2, 3, 3)],
  ['a range from the end', items(1, 2, 3), {dec: {'list[-2:].v': 1}}, items(1, 1, 2)],
  ['chosen items', items(1, 2, 3), {inc: {'list[0,2].v': 1}}, items(2, 2, 4)],
  ['items by a condition', items(1, 2, 3), {inc: {'list[v > 1].v': 10}}, items(1, 12, 13)],
  ['any depth', {a: {v: 1, b: {v: 1}}, v: 1}, {inc: {'..v': 1}}, {a: {v: 2, b: {v: 2}}, v: 2}],
  ['a part at any depth', {a: {v: 1, b: {v: 1}}, v: 1}, {inc: {'a..v': 1}}, {a: {v: 2, b: {v: 2}}, v: 1}],
  ['all items as values', {n: [1, 2]}, {inc: {'n[*]': 1}}, {n: [2, 3]}],
  ['odd names', {'odd key': {"it's": 1}}, {inc: {"['odd key']['it\\'s']": 1}}, {'odd key': {"it's": 2}}],
  [
    'brackets in a value',
    {l: [{_key: '[*].', v: 1}]},
    {inc: {'l[_key=="[*]."].v': 1}},
    {l: [{_key: '[*].', v: 2}]},
  ],
])('inc reaches %s once', (_name, before, patch, expected) => {
  expect(patched(before, patch)).toEqual(expected)
})

test('set reaches an attribute of all items, present or not', () => {
  expect(patched({list: [{a: 1}, {b: 1}]}, {set: {'list[*].a': 2}})).toEqual({list: [{a: 2}, {a: 2, b: 1}]})
})

test.each<[string, JsonObject, JsonObject, JsonObject]>([
  ['all items', {l: [1, 2, 3]}, {unset: ['l[*]']}, {l: []}],
  ['a range', {l: [1, 2, 3]}, {unset: ['l[0:2]']}, {l: [3]}],
  ['chosen items', {l: [1, 2, 3]}, {unset: ['l[2,0]']}, {l: [2]}],
  [
    'the first of each list',
    {l: [{t: [1, 2]}, {t: [3, 4]}]},
    {unset: ['l[*].t[0]']},
    {l: [{t: [2]}, {t: [4]}]},
  ],
  ['any depth', {a: {x: 1, b: {x: {x: 1}}}, x: 1}, {unset: ['..x']}, {a: {b: {}}}],
])('unset removes %s and nothing else', (_name, before, patch, expected) => {
  expect(patched(before, patch)).toEqual(expected)
})

test.each<[string, JsonObject, JsonObject]>([
  ['before the first', {before: 'l[0]', items: [9]}, {l: [9, 1, 2, 3]}],
  ['after the last', {after: 'l[-1]', items: [9, 8]}, {l: [1, 2, 3, 9, 8]}],
  ['in the place of a range', {replace: 'l[0:2]', items: [9]}, {l: [9, 3]}],
])('insert puts items %s', (_name, insert, expected) => {
  expect(patched({l: [1, 2, 3]}, {insert})).toEqual(expected)
})

test('insert appends to an empty array, and to each of several arrays once', () => {
  expect(patched({l: []}, {insert: {after: 'l[-1]', items: [1]}})).toEqual({l: [1]})
  const lists = {l: [{t: [1]}, {t: [2]}, {t: [3]}]}
  expect(patched(lists, {insert: {after: 'l[*].t[-1]', items: [9]}})).toEqual({
    l: [{t: [1, 9]}, {t: [2, 9]}, {t: [3, 9]}],
  })
})

test('diffMatchPatch changes text beyond ASCII, and refuses where there is none', () => {
  const patch = {
    diffMatchPatch: {title: '@@ -2,13 +2,19 @@\n o %F0%9F%91%8D\n+%F0%9F%8F%BD\n  en %E2%82%AC\n+ x\n'},
  }
  expect(patched({title: 'Zo 👍 en €'}, patch)).toEqual({title: 'Zo 👍🏽 en € x'})
  expect(() => patched({}, patch)).toThrow('Cannot apply the patch')
})

test.each(['a[', 'a[]', 'a]', 'a b', 'a-b', '.a', 'a.', 'a..', '', '0', '[0]a'])(
  'a path that reads %j is refused, rather than taken for its beginning',
  (path) => {
    expect(() => patched({a: [1]}, {set: {[path]: 1}})).toThrow(/path/i)
  },
)
