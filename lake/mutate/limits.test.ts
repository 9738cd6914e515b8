import {describe, expect, test} from 'vitest'
import type {Json, JsonObject} from '../model/document.ts'
import {mutate, refusal} from './mutations.fixture.ts'
import {viewOf} from './view.fixture.ts'

describe('limits', () => {
  const nested = (levels: number): JsonObject => {
    let x: Json = 1
    for (let level = 0; level < levels; level++) x = {x}
    return {_id: 'new', _type: 'a', x}
  }
  const wide = (attributes: number): JsonObject => ({
    _id: 'new',
    _type: 'a',
    ...Object.fromEntries(Array.from({length: attributes}, (_item, index) => [`a${index}`, index])),
  })

  test('are those of the hosted service: 20 levels, 1000 attributes', () => {
    expect(mutate([{create: nested(20)}]).changes).toHaveLength(1)
    expect(refusal([{create: nested(21)}]).status).toBe(400)
    expect(mutate([{create: wide(1000)}]).changes).toHaveLength(1)
    expect(refusal([{create: wide(1001)}]).status).toBe(400)
  })

  test('are 32 MB for a document', () => {
    const text = 'x'.repeat(9_000_000)
    const view = viewOf({_id: 'big', _type: 'a', a: text, b: text, c: text})
    expect(mutate([{patch: {id: 'big', set: {d: 'x'.repeat(4_000_000)}}}], view).changes).toHaveLength(1)
    expect(refusal([{patch: {id: 'big', set: {d: 'x'.repeat(5_000_000)}}}], view).status).toBe(413)
  })
})
