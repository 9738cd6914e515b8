import type {ContentSourceMap} from '@sanity/client'
import {stegaClean, stegaEncodeSourceMap} from '@sanity/client/stega'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'

/** Source maps as the official client asks for them and reads them. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
  const name = (value: string) => [{_key: 'nl', _type: 'word', language: 'nl', value}]
  await lake
    .client()
    .transaction()
    .create({_id: 'tea', _type: 'project', name: name('Thee')})
    .create({_id: 'drafts.tea', _type: 'project', name: name('Thee uit Malawi')})
    .create({_id: 'versions.rMay.tea', _type: 'project', name: name('Thee in mei')})
    .commit()
})
afterAll(() => lake.stop())

const QUERY = '*[_type == "project"]{"title": name[language == "nl"][0].value}'

test.each([
  ['published', 'Thee', 'tea'],
  ['drafts', 'Thee uit Malawi', 'drafts.tea'],
  [['rMay'], 'Thee in mei', 'versions.rMay.tea'],
])('the perspective %j names the document that it shows', async (perspective, title, id) => {
  const client = lake.client({perspective: perspective as 'drafts'})
  const {result, resultSourceMap} = await client.fetch(
    QUERY,
    {},
    {filterResponse: false, resultSourceMap: 'withKeyArraySelector'},
  )
  expect(result).toEqual([{title}])
  expect(resultSourceMap satisfies ContentSourceMap | undefined).toEqual({
    documents: [{_id: id, _type: 'project'}],
    paths: ["$['name'][?(@._key=='nl')]['value']"],
    mappings: {
      "$[0]['title']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
    },
  })
})

test('the client can say in a text where it is edited', async () => {
  const stega = {enabled: true, studioUrl: 'http://localhost:3333'}
  const client = lake.client({perspective: 'drafts', stega})
  const [project] = await client.fetch<{title: string}[]>(QUERY)
  expect(stegaClean(project?.title)).toBe('Thee uit Malawi')

  const {result, resultSourceMap} = await lake
    .client({perspective: 'drafts'})
    .fetch(QUERY, {}, {filterResponse: false, resultSourceMap: 'withKeyArraySelector'})
  const led: unknown[] = []
  stegaEncodeSourceMap(result, resultSourceMap, {
    ...stega,
    filter: ({sourceDocument, sourcePath}) => {
      led.push(sourceDocument._id, sourcePath)
      return true
    },
  })
  expect(led).toEqual(['drafts.tea', ['name', {_key: 'nl', _index: -1}, 'value']])
})

test('queries without one carry none, and a wrong wish is told', async () => {
  const plain = await lake.request(`/v2025-02-19/data/query/production?query=${encodeURIComponent(QUERY)}`)
  expect(await plain.json()).not.toHaveProperty('resultSourceMap')
  const wrong = await lake.request('/v2025-02-19/data/query/production?query=*&resultSourceMap=maybe')
  expect(wrong.status).toBe(400)
})
