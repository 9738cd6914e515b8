import {assert, dictionary, integer, jsonValue, property, string} from 'fast-check'
import {expect, test} from 'vitest'

import {canonicalJson, documentId, itemKey} from './identity.ts'
import type {Json} from './model.ts'

test('an id follows from type and natural key alone, and anyone may read the document', () => {
  assert(
    property(string(), string(), (key, other) => {
      const id = documentId('project', key)
      expect(id).toMatch(/^project-[0-9a-f]{24}$/)
      expect(documentId('project', key)).toBe(id)
      expect(documentId('project', other) === id).toBe(key === other)
      expect(documentId('page', key)).not.toBe(id.replace('project', 'page'))
    }),
  )
})

test('equal values have equal text, in whatever order their attributes came', () => {
  const attributes = dictionary(string(), integer())
  assert(
    property(attributes, integer(), (value, seed) => {
      const entries = Object.entries(value)
      const turned = [...entries.slice(seed % 3), ...entries.slice(0, seed % 3)].toReversed()
      expect(canonicalJson(Object.fromEntries(turned))).toBe(canonicalJson(value))
    }),
  )
})

test('a key follows from place, content and occurrence', () => {
  assert(
    property(jsonValue(), integer({min: 0, max: 9}), (value, occurrence) => {
      const content = value as Json
      const key = itemKey('body.nl', content, occurrence)
      expect(key).toMatch(/^[0-9a-f]{12}$/)
      expect(itemKey('body.nl', structuredClone(content), occurrence)).toBe(key)
      expect(itemKey('body.en', content, occurrence)).not.toBe(key)
      expect(itemKey('body.nl', content, occurrence + 1)).not.toBe(key)
    }),
  )
})
