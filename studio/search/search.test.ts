import type {SanityClient} from '@sanity/client'
import {createSchema, createSearch} from 'sanity'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningLake, runLake} from '../../tests/lake/runningLake.ts'
import {internationalizedFieldTypes, languages, schemaTypes} from '../../schemas/index.ts'
import {lakeFetch} from '../lakeTransport.ts'
import {alsoByFacts, SAYS} from './factSearch.ts'
import {searchingFacts} from './searchRequest.ts'

const inLanguages = internationalizedArray({
  languages: [...languages],
  fieldTypes: [...internationalizedFieldTypes],
}).schema?.types
const schema = createSchema({
  name: 'default',
  types: [...schemaTypes, ...(Array.isArray(inLanguages) ? inLanguages : [])],
})
const TYPES = ['project', 'trustFundRound'].flatMap((name) => schema.get(name) ?? [])

/** The Studio's own search, in its bar and in a list that has an order of its own. */
const SEARCHES = {
  ranked: {},
  ordered: {sort: [{field: '_id', direction: 'asc' as const}]},
}

const name = (nl: string, en: string) => [
  {_key: 'nl', language: 'nl', value: nl},
  {_key: 'en', language: 'en', value: en},
]
const ref = (id: string) => ({_type: 'reference', _ref: id})
const euro = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})

let lake: RunningLake
let client: SanityClient

beforeAll(async () => {
  lake = await runLake()
  client = lake.client({resolveFetch: () => searchingFacts(lakeFetch)})
  await client
    .transaction()
    .create({_id: 'place-za', _type: 'place', name: name('Zuid-Afrika', 'South Africa')})
    .create({_id: 'theme-youth', _type: 'theme', title: name('Jongeren', 'Youth')})
    .create({
      _id: 'round',
      _type: 'trustFundRound',
      title: name('Ronde 2018-2019', 'Round'),
      contribution: euro(900_000),
    })
    .create({
      _id: 'project-clothing',
      _type: 'project',
      title: name('Kleding', 'Clothing'),
      amount: euro(275_442.5),
      round: ref('round'),
      themes: [{...ref('theme-youth'), _key: 't'}],
      places: [{_key: 'p', place: ref('place-za')}],
      externalIds: [{_key: 'i', scheme: 'ilo', value: 'ZAF/18/50/FLA'}],
    })
    .create({
      _id: 'project-economy',
      _type: 'project',
      title: name('Sociale economie', 'Social economy'),
      amount: euro(1_324_367),
      grants: [
        {_key: 'a', amount: euro(411_665)},
        {_key: 'b', amount: euro(912_702)},
      ],
      places: [{_key: 'p', place: ref('place-za')}],
    })
    .commit()
})

afterAll(async () => lake?.stop())

const BOTH = ['project-clothing', 'project-economy']

describe.each(Object.entries(SEARCHES))('the search of the Studio, %s', (_, options) => {
  const found = (typed: string, comments: string[] = []) =>
    new Promise<string[]>((resolve, reject) => {
      const ask = createSearch(TYPES, client, {strategy: 'groq2024'})
      ask({query: typed, types: TYPES}, {...options, comments}).subscribe({
        next: ({hits}) => resolve(hits.map(({hit}) => hit._id).toSorted()),
        error: reject,
      })
    })

  test.each([
    ['zuid-afrika', BOTH],
    ['South Afr', BOTH],
    ['jongeren', ['project-clothing']],
    ['afrika sociale', ['project-economy']],
    ['afrika kled', ['project-clothing']],
    ['2018-2019', ['project-clothing', 'round']],
    ['ZAF/18/50/FLA', ['project-clothing']],
    ['275.442,50', ['project-clothing']],
    ['275442.50', ['project-clothing']],
    ['1 324 367 euro', ['project-economy']],
    ['€912,702', ['project-economy']],
    ['900000', ['round']],
    ['kleding 1.324.367', []],
    ['afrika -kleding', []],
    ['nowhere', []],
  ])('finds for %s', async (typed, expected) => {
    expect(await found(typed)).toEqual(expected)
  })

  test('finds also when the query is too long for an address', async () => {
    expect(await found('zuid-afrika', ['long '.repeat(3000)])).toEqual(BOTH)
  })
})

test('leaves every other query as it is', () => {
  const params = {__query: 'a*', __rawQuery: 'a'}
  const query = `*[${SAYS}]`
  expect(alsoByFacts({query, params})).toBeDefined()
  expect(alsoByFacts({query: '*[_type == "project"]', params})).toBeUndefined()
  expect(alsoByFacts({query, params: {__query: '*'}})).toBeUndefined()
  expect(alsoByFacts({query, params: {...params, __rawQuery: '"a b"'}})).toBeUndefined()
  expect(alsoByFacts({query, params: {...params, __rawQuery: 'a b c d e f'}})).toBeUndefined()
})
