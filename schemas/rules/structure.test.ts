import {describe, expect, test} from 'vitest'

import {structureFindings, validateDocuments, type RuleDocument} from './index.ts'

const theme: RuleDocument = {
  _id: 'theme-social-dialogue',
  _type: 'theme',
  title: [{_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value: 'Sociale dialoog'}],
  slug: {_type: 'slug', current: 'social-dialogue'},
}

describe('structureFindings', () => {
  test.each([
    ['what is required', {...theme, slug: undefined}, 'structure-required', ['slug']],
    ['what the schema does not know', {...theme, colour: 'red'}, 'structure-unknown', []],
    ['a value of another kind', {...theme, slug: 'social-dialogue'}, 'structure-value', ['slug']],
    [
      'the place of a member by its key',
      {...theme, sources: [{_key: 'a', _type: 'source', url: 5}]},
      'structure-value',
      ['sources', {_key: 'a'}, 'url'],
    ],
    ['a type that the schema does not know', {...theme, _type: 'thema'}, 'structure-type', ['_type']],
  ])('reports %s', (_, document, code, path) => {
    expect(structureFindings(document)).toMatchObject([{code, level: 'error', path}])
  })

  test('says in both languages which attribute is missing and what to do', () => {
    const [finding] = structureFindings({...theme, slug: undefined})
    expect(finding?.message).toEqual({
      nl: 'Dit is leeg. Vul het in.',
      en: 'This is empty. Fill it in.',
    })
  })

  test('finds nothing in a complete document', () => {
    expect(structureFindings(theme)).toEqual([])
  })
})

describe('validateDocuments', () => {
  const reference = (id: string) => ({_type: 'reference', _ref: id})

  test('judges a published document among the published, and a draft with the other drafts', async () => {
    const place = {_id: 'drafts.place-mw', _type: 'place'}
    const published = {
      _id: 'project-a',
      _type: 'project',
      places: [{_key: 'p', place: reference('place-mw')}],
    }
    const draft = {...published, _id: 'drafts.project-b'}
    const findings = await validateDocuments([place, published, draft])
    const missing = findings.filter(({code}) => code === 'reference-exists')
    expect(missing.map(({documentId}) => documentId)).toEqual(['project-a'])
  })

  test('leaves Sanity’s own documents alone', async () => {
    expect(await validateDocuments([{_id: 'image-a', _type: 'sanity.imageAsset'}])).toEqual([])
  })
})
