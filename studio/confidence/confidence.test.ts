import {describe, expect, test} from 'vitest'
import {originOf} from './originOf.ts'
import {fieldTitle, reasonsOf} from './reasons.ts'
import {translationGaps} from './translationGaps.ts'

const words = (nl: string | undefined, en: string | undefined) =>
  Object.entries({nl, en}).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue',
    language,
    ...(value === undefined ? {} : {value}),
  }))

describe('translation', () => {
  test('a complete document has no gaps; empty inputs are none either', () => {
    expect(translationGaps({title: words('Titel', 'Title'), summary: words(undefined, undefined)})).toEqual(
      [],
    )
  })

  test('a missing title hides the whole document from readers of a language', () => {
    expect(translationGaps({title: words('Titel', ' ')})).toEqual([
      {language: 'en', fields: ['title'], whole: true},
    ])
  })

  test('looks inside members of lists, not into notes for colleagues', () => {
    const document = {
      title: words('Titel', 'Title'),
      results: [{_key: 'a', _type: 'result', text: words(undefined, 'Done')}],
      notes: [{_key: 'b', _type: 'editorialNote', text: words('Nota', undefined)}],
    }
    expect(translationGaps(document)).toEqual([{language: 'nl', fields: ['results'], whole: false}])
  })
})

describe('reasons', () => {
  const type = {
    name: 'project',
    jsonType: 'object' as const,
    fields: [
      {
        name: 'period',
        type: {title: 'Duur', fields: [{name: 'plannedEnd', type: {title: 'Gepland einde'}}]},
      },
      {
        name: 'grants',
        type: {title: 'Subsidies', of: [{fields: [{name: 'amount', type: {title: 'Bedrag'}}]}]},
      },
    ],
  }

  test('fields go by what the form calls them', () => {
    expect(fieldTitle(type, ['period', 'plannedEnd'])).toBe('Duur › Gepland einde')
    expect(fieldTitle(type, ['grants', {_key: 'a'}, 'amount'])).toBe('Subsidies › Bedrag')
    expect(fieldTitle(type, ['unknown'])).toBe('unknown')
    expect(fieldTitle(type, [])).toBeUndefined()
  })

  test('errors come first and nothing is said twice', () => {
    const marker = (level: 'error' | 'warning' | 'info', message: string) => ({level, message, path: []})
    const reasons = reasonsOf(
      [marker('warning', 'b'), marker('error', 'a'), marker('error', 'a'), marker('info', 'c')],
      undefined,
    )
    expect(reasons.map(({level, message}) => [level, message])).toEqual([
      ['error', 'a'],
      ['warning', 'b'],
    ])
  })
})

test('a part of a field does not repeat what the field is told', () => {
  const required = (path: string[]) => ({level: 'error' as const, message: 'Required', path})
  const reasons = reasonsOf(
    [required(['slug']), required(['slug', 'current']), required(['title'])],
    undefined,
  )
  expect(reasons.map(({path}) => path)).toEqual([['slug'], ['title']])
})

describe('origin', () => {
  test('only web addresses become links', () => {
    const {provenance, sources} = originOf({
      provenance: {legacyUrls: ['https://example.org/a', 'javascript:alert(1)']},
      sources: [{url: 'javascript:alert(2)'}, {url: 'https://example.org/b', title: 'B'}],
    })
    expect(provenance?.legacyUrls).toEqual(['https://example.org/a'])
    expect(sources).toEqual([{url: 'https://example.org/b', title: 'B'}])
  })

  test('says when the document was changed after it was taken over', () => {
    const taken = {provenance: {importedOn: '2026-11-01T10:00:00Z'}}
    expect(originOf({...taken, _updatedAt: '2026-11-01T10:05:00Z'}).editedOn).toBeUndefined()
    expect(originOf({...taken, _updatedAt: '2026-11-20T10:05:00Z'}).editedOn).toBe('2026-11-20')
    expect(originOf({_updatedAt: '2026-11-20T10:05:00Z'})).toMatchObject({
      provenance: undefined,
      editedOn: undefined,
    })
  })
})
