import {describe, expect, test} from 'vitest'

import {documentSchemas} from '../../schemas/generated/zod.ts'
import type {SchemaJson} from './schemaJson.ts'
import {zodSource} from './zodSource.ts'

describe('source', () => {
  test('a document type becomes a strict object whose system attributes may be absent', () => {
    const schema: SchemaJson = [
      {
        type: 'document',
        name: 'theme',
        attributes: {
          _id: {type: 'objectAttribute', value: {type: 'string'}},
          _rev: {type: 'objectAttribute', value: {type: 'string'}},
          kind: {
            type: 'objectAttribute',
            optional: true,
            value: {
              type: 'union',
              of: [
                {type: 'string', value: 'a'},
                {type: 'string', value: 'b'},
              ],
            },
          },
        },
      },
    ]
    const source = zodSource(schema)
    expect(source).toContain('export const themeSchema = z.strictObject({')
    expect(source).toContain('"_id": z.string(),')
    expect(source).toContain('"_rev": z.string().optional(),')
    expect(source).toContain('"kind": z.literal(["a","b"]).optional(),')
    expect(source).toContain('theme: themeSchema,')
  })

  test('types stand before what uses them, and asset documents are left out', () => {
    const schema: SchemaJson = [
      {
        type: 'document',
        name: 'project',
        attributes: {amount: {type: 'objectAttribute', value: {type: 'inline', name: 'money'}}},
      },
      {type: 'document', name: 'sanity.imageAsset', attributes: {}},
      {type: 'document', name: 'media.tag', attributes: {}},
      {type: 'type', name: 'money', value: {type: 'number'}},
    ]
    const source = zodSource(schema)
    expect(source.indexOf('moneySchema =')).toBeLessThan(source.indexOf('projectSchema ='))
    expect(source).not.toContain('imageAsset')
  })

  test('members that refer to several types have their _key', () => {
    const reference: SchemaJson[number] = {
      type: 'type',
      name: 'theme.reference',
      value: {type: 'object', attributes: {}, dereferencesTo: 'theme'},
    }
    const about = {type: 'union' as const, of: [{type: 'inline' as const, name: 'theme.reference'}]}
    const attributes = {about: {type: 'objectAttribute' as const, value: {type: 'array' as const, of: about}}}
    const source = zodSource([reference, {type: 'document', name: 'newsItem', attributes}])
    expect(source).toContain('z.union([themeReferenceSchema.extend({"_key": z.string()})])')
  })

  test('a type that is named but absent is an error of the extraction', () => {
    const schema: SchemaJson = [
      {
        type: 'document',
        name: 'project',
        attributes: {amount: {type: 'objectAttribute', value: {type: 'inline', name: 'money'}}},
      },
    ]
    expect(() => zodSource(schema)).toThrow('money')
  })
})

describe('the generated structure', () => {
  const title = [
    {_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value: 'Sociale dialoog'},
  ]
  const theme = {
    _id: 'theme-social-dialogue',
    _type: 'theme',
    title,
    slug: {_type: 'slug', current: 'social-dialogue'},
  }

  test.each([
    ['a complete document', theme, true],
    ['one with what the dataset adds', {...theme, _rev: 'r', _createdAt: '2026-01-01T00:00:00Z'}, true],
    ['an unknown attribute', {...theme, subtitle: 'x'}, false],
    ['a missing slug', {...theme, slug: undefined}, false],
    ['an unknown attribute deep inside', {...theme, title: [{...title[0], text: 'x'}]}, false],
    ['a value of another type', {...theme, slug: 'social-dialogue'}, false],
    ['an array member without _key', {...theme, title: [{...title[0], _key: undefined}]}, false],
  ])('%s', (_, document, accepted) => {
    expect(documentSchemas.theme.safeParse(document).success).toBe(accepted)
  })
})
