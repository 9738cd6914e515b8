/** A replica answers as the lake itself would: the same text, the same sync tags. */
import {afterAll, expect, test} from 'vitest'
import type {JsonObject, StoredDocument} from '../../lake/model/document.ts'
import {createQueryEngine} from '../../lake/query/index.ts'
import type {QueryRequest} from '../../lake/query/index.ts'
import {Replica} from '../../lake/query/worker/replica.ts'

const NAME = {projectId: 'local', dataset: 'production'}

const CONTENT: (JsonObject & {_id: string; _type: string})[] = [
  {_id: 'a', _type: 'person', name: 'Ann', born: '1970-05-01', friend: {_ref: 'b'}},
  {
    _id: 'b',
    _type: 'person',
    name: 'Bo',
    list: [
      {_key: 'x', n: 1},
      {_key: 'y', n: 2},
    ],
  },
  {_id: 'drafts.b', _type: 'person', name: 'Bob', list: [{_key: 'y', n: 3}]},
  {_id: 'versions.spring.b', _type: 'person', name: 'Boris', list: []},
  {_id: '_.releases.spring', _type: 'system.release', name: 'spring', state: 'active'},
  {_id: 'drafts.c', _type: 'person', name: 'Cleo \u{1f600} "quoted"', odd: 1e-7},
]
const documents = new Map(CONTENT.map((attributes) => [attributes._id, stored(attributes)]))

function stored(attributes: JsonObject & {_id: string; _type: string}): StoredDocument {
  const at = '2026-01-01T00:00:00Z'
  return {_rev: 'r', _createdAt: at, _updatedAt: at, ...attributes}
}

const engine = createQueryEngine(documents.values(), NAME)
const replica = new Replica(documents, NAME, {deadline: 60_000, memory: 256})
afterAll(() => replica.close())

const PEOPLE = '*[_type == "person"] | order(_id)'

test.each<[string, Partial<QueryRequest>]>([
  ['raw', {}],
  ['published', {perspective: 'published'}],
  ['drafts', {perspective: 'drafts'}],
  ['a release', {perspective: ['spring', 'drafts']}],
  ['what anonymous readers see', {publicOnly: true}],
  ['references', {query: `${PEOPLE}{name, "friend": friend->name, "in": count(*[references(^._id)])}`}],
  ['references in drafts', {query: `${PEOPLE}{"friend": friend->name}`, perspective: 'drafts'}],
  [
    'parameters',
    {query: '*[name in $names && list[0].n == $n.of][0]', params: {names: ['Bo', null], n: {of: 1}}},
  ],
  ['who asks', {query: '{"who": identity(), "where": sanity::dataset() + sanity::projectId()}'}],
  ['the time', {query: '{"now": now(), "date": dateTime(now()) - 60, "old": *[born < now()]._id}'}],
  ['a source map', {query: `${PEOPLE}{name, list}`, sourceMap: 'index'}],
  ['a source map with keys', {query: `${PEOPLE}{list}`, sourceMap: 'key', perspective: 'drafts'}],
  ['text and score', {query: '*[name match "bo*"] | score(name match "bob") {name, _score}'}],
  ['values of their own kind', {query: '{"g": geo(null), "p": path("drafts.**"), "n": 1/0, "s": *[].odd}'}],
])('%s', async (_, asked) => {
  const request: QueryRequest = {
    query: PEOPLE,
    params: {},
    perspective: 'raw',
    identity: 'g-anna',
    now: new Date('2026-02-03T04:05:06.789Z'),
    ...asked,
  }
  const {result, sourceMap: resultSourceMap, syncTags} = engine.query(request)
  const answer = await replica.query(request)
  expect(JSON.parse(`{${answer.text}`)).toEqual(
    JSON.parse(JSON.stringify({result, syncTags, resultSourceMap})),
  )
  expect(answer.syncTags).toEqual(syncTags)
})

test.each(['*[', '*[_type == $missing', 'nothing::known()'])('what is refused: %s', async (query) => {
  const request: QueryRequest = {query, params: {}, perspective: 'raw'}
  const refusal = await replica.query(request).catch((error: unknown) => error)
  expect(() => engine.query(request)).toThrow(
    expect.objectContaining({
      status: 400,
      body: (refusal as {body: JsonObject}).body,
    }),
  )
})
