import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {describe, expect, test} from 'vitest'
import type {Json, JsonObject} from '../../model/document.ts'
import {diff} from './effects.ts'

/** Text whose characters take one to four bytes. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', 'ß', '€', '日', '𝄞', '👍🏽', '\u0301'),
  maxLength: 20,
})
const keyed = fc.record({_key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'), text})
const json = fc.letrec<{value: Json; object: JsonObject}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.oneof(
      text,
      fc.integer(),
      fc.double({noNaN: true, noDefaultInfinity: true}).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), {maxLength: 5}),
    fc.uniqueArray(keyed, {maxLength: 5, selector: ({_key}) => _key}),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'Z', '_id', 'é', 'constructor', 'length'), tie('value'), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
})).object

describe('a patch made by the encoder', () => {
  test('rebuilds any document from any other with the official decoder', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(applyPatch(before, diff(before, after))).toEqual(after)
      }),
      {numRuns: 3000},
    )
  })

  test('rebuilds text after an edit in its middle', () => {
    fc.assert(
      fc.property(text, text, text, text, (start, removed, inserted, end) => {
        const before = {text: start + removed + end, padding: 'p'.repeat(9)}
        const after = {...before, text: start + inserted + end}
        expect(applyPatch(before, diff(before, after))).toEqual(after)
      }),
      {numRuns: 3000},
    )
  })

  test('creates a document from nothing and deletes it', () => {
    const document = {_id: 'a', _type: 'b'}
    expect(applyPatch(null, diff(null, document))).toEqual(document)
    expect(applyPatch(document, diff(document, null))).toBeNull()
  })

  test('is empty when nothing changed', () => {
    const document = {_id: 'a', list: [{_key: 'x', text: 'é'}]}
    expect(diff(document, structuredClone(document))).toEqual([])
  })

  test('copies the text that stays and carries only what was typed', () => {
    const sentence = 'De samenwerking tussen Vlaanderen en de IAO, gefinancierd met 3 miljoen €. '
    const before = {text: sentence.repeat(20)}
    const after = {text: before.text.replace('miljoen', 'miljard')}
    expect(diff(before, after)).toEqual([11, 0, 23, 0, 68, 22, 'ard', 23, 71, 1540, 15])
  })

  test('copies the keyed items that stay, whatever their order', () => {
    const item = (key: string, title: string) => ({_key: key, title: title.repeat(20)})
    const before = {list: [item('a', 'one'), item('b', 'two'), item('c', 'three'), item('d', 'four')]}
    const after = {
      list: [item('c', 'three'), item('d', 'four'), {...item('a', 'one'), new: 1}, item('e', 'x')],
    }
    const patch = [[11, 0], [21, 2, 4], [12, 0, 17, 1, 'new', 16], [20, item('e', 'x')], [15]]
    expect(diff(before, after)).toEqual(patch.flat())
  })
})
