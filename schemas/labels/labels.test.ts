import {afterEach, describe, expect, test} from 'vitest'

import {schemaTypes} from '../index.ts'
import {projectStatusTitles} from '../values/projectStatus.ts'
import {dutchTables, dutchWords} from './dutch/index.ts'
import {label, optionLabel, showIn} from './interfaceLanguage.ts'
import {schemaIn, textsOf} from './schemaIn.ts'

const texts = new Set(textsOf(schemaTypes))
const project = (language: 'nl' | 'en') =>
  schemaIn(schemaTypes, language).find(({name}) => name === 'project') ?? {}

afterEach(() => showIn('nl'))

describe('the Dutch of the content model', () => {
  test('every text that an editor reads has its Dutch', () => {
    expect(texts.size).toBeGreaterThan(350)
    expect([...texts].filter((text) => !dutchWords.has(text))).toEqual([])
  })

  test('the table has no word twice and none that nobody reads', () => {
    const words = dutchTables.flatMap(Object.keys)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    const shown = new Set([...texts, ...Object.values(projectStatusTitles), 'Art.'])
    expect(words.filter((word) => !shown.has(word))).toEqual([])
  })

  test('every document and field says what it is for', () => {
    const silent = schemaTypes.flatMap(({name, ...type}) =>
      'fields' in type
        ? type.fields
            .filter((field) => !field.title || !('description' in field && field.description))
            .map((field) => `${name}.${field.name}`)
        : [],
    )
    expect(silent).toEqual([])
  })
})

describe('a schema in a language', () => {
  test('has titles, descriptions, groups, orderings and options in it', () => {
    expect([...textsOf(project('nl'))]).toEqual([...textsOf(project('en'))].map((text) => label(text, 'nl')))
    expect([...textsOf(project('nl'))]).toEqual(
      expect.arrayContaining([
        'Betaald via',
        'Het trustfonds',
        'Feiten en cijfers',
        'Bedrag, grootste eerst',
      ]),
    )
  })

  test('keeps what is not a text: names, values, functions', () => {
    const definition = {
      name: 'kind',
      title: 'Kind',
      preview: {select: {title: 'title'}},
      validation: label,
      options: {list: [{value: 'Country', title: 'Country'}, 'EUR']},
    }
    expect(schemaIn(definition, 'nl')).toEqual({
      ...definition,
      title: 'Soort',
      options: {list: [{value: 'Country', title: 'Land'}, 'EUR']},
    })
  })
})

test('previews name values in the language of the interface', () => {
  const kinds = [{value: 'country', title: 'Country'}]
  expect(optionLabel(kinds, 'country')).toBe('Land')
  showIn('en')
  expect(optionLabel(kinds, 'country')).toBe('Country')
  expect(optionLabel(kinds, 'sea')).toBeUndefined()
})
