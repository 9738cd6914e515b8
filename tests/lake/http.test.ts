import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'
import {runScenarios} from './scenario.ts'

/** What every endpoint answers to well-formed, malformed and hostile requests. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
  await lake.client().create({_type: 'project', _id: 'p1', title: 'One'})
})
afterAll(() => lake.stop())

const admin = {as: 'administrator'} as const
const mutate = '/v1/data/mutate/production'
const query = '/v2025-02-19/data/query/production'

describe('query', () => {
  runScenarios(
    () => lake,
    [
      {
        name: 'GET with parameters',
        path: `${query}?query=${encodeURIComponent('*[_id == $id][0].title')}&$id="p1"`,
        status: 200,
        contains: ['"query":"*[_id == $id][0].title"', '"result":"One"', '"syncTags":["s1:', '"ms":'],
      },
      {
        name: 'without the query in the answer',
        path: `${query}?query=1&returnQuery=false`,
        status: 200,
        contains: ['"result":1'],
        lacks: ['"query"'],
      },
      {
        name: 'POST',
        method: 'POST',
        path: query,
        body: {query: '*[_id == $id][0].title', params: {id: 'p1'}},
        status: 200,
        contains: ['"result":"One"'],
      },
      {name: 'no query', path: query, status: 400},
      {name: 'a parameter that is not JSON', path: `${query}?query=1&$id=p1`, status: 400, contains: ['$id']},
      {
        name: 'a fault in the query',
        path: `${query}?query=*%5B`,
        status: 400,
        contains: ['"type":"queryParseError"', '"query":"*["', '"start":', '"end":'],
      },
      {name: 'raw in a stack', path: `${query}?query=1&perspective=raw,drafts`, ...admin, status: 400},
      {name: 'POST of no JSON', method: 'POST', path: query, body: '{', status: 400},
      {
        name: 'an unknown dataset',
        path: '/v1/data/query/nowhere?query=1',
        ...admin,
        status: 404,
        contains: ['nowhere'],
      },
    ],
  )
})

/** Only pages on other origins need the headers that those on the lake's own do without. */
test.each([
  ['a query', `${query}?query=*%5B_id+%3D%3D+%24id%5D%5B0%5D.title&%24id=%22p1%22`],
  ['its parameters unencoded', `${query}?query=*[_id==$id]{_id,"n":$n}&$id="p1"&$n=1&$n=2&returnQuery=false`],
  ['a name that objects have', `${query}?query=$__proto__&$__proto__={"a":1}`],
  [
    'by resource, in another project',
    '/vX/projects/other/datasets/production/query?query=sanity::projectId()',
  ],
  ['a source map', `${query}?query=*[_id=="p1"]{title}&resultSourceMap=true`],
  ['a stack of releases', `${query}?query=count(*)&perspective=rA,drafts`],
  ['bytes that are no text', `${query}?query="%FF"`],
  ['a query cut off by a fragment', `${query}?query=1%23#&query=2`],
  ['a parameter that is not JSON', `${query}?query=$id&$id=p1`],
  ['a fault in the query', `${query}?query=*[`],
  ['no such dataset', '/v1/data/query/nowhere?query=1'],
  ['no dataset name', '/v1/data/query/-x?query=1'],
])('%s is answered alike to a page on another origin and to everyone else', async (_name, path) => {
  const ask = async (headers: Record<string, string>) => {
    const response = await lake.request(path, {headers})
    const text = (await response.text()).replace(/"ms":\d+/, '')
    return {
      status: response.status,
      text,
      type: response.headers.get('content-type'),
      sniffing: response.headers.get('x-content-type-options'),
    }
  }
  const elsewhere = await ask({origin: 'http://localhost:4444'})
  expect(await ask({})).toEqual(elsewhere)
  expect(await ask({})).toEqual(elsewhere)
})

describe('doc', () => {
  runScenarios(
    () => lake,
    [
      {
        name: 'found and missing',
        path: '/v1/data/doc/production/p1,p2',
        ...admin,
        status: 200,
        contains: ['"title":"One"', '"omitted":[{"id":"p2","reason":"existence"}]'],
      },
      {
        name: 'existence alone',
        path: '/v1/data/doc/production/p1,p2?excludeContent=true',
        ...admin,
        status: 200,
        contains: ['"omitted":[{"id":"p2","reason":"existence"}]'],
        lacks: ['One'],
      },
      {name: 'no id', path: '/v1/data/doc/production/,', ...admin, status: 400},
    ],
  )
})

describe('mutate', () => {
  const post = {method: 'POST', path: mutate, ...admin}
  runScenarios(
    () => lake,
    [
      {
        name: 'without ids in the answer',
        ...post,
        body: {mutations: [{createIfNotExists: {_id: 'm1', _type: 'a'}}]},
        status: 200,
        contains: ['"transactionId":"', '"results":[{"operation":"create"}]'],
      },
      {
        name: 'with ids',
        ...post,
        path: `${mutate}?returnIds=true`,
        body: {mutations: [{createIfNotExists: {_id: 'm1', _type: 'a'}}]},
        status: 200,
        contains: ['"results":[{"id":"m1","operation":"none"}]'],
      },
      {
        name: 'with documents',
        ...post,
        path: `${mutate}?returnDocuments=true`,
        body: {mutations: [{patch: {id: 'm1', set: {title: 'shown'}}}]},
        status: 200,
        contains: ['"id":"m1","operation":"update"', '"title":"shown"'],
      },
      {
        name: 'a dry run',
        ...post,
        path: `${mutate}?dryRun=true`,
        body: {mutations: [{create: {_id: 'dry', _type: 'a'}}]},
        status: 200,
      },
      {
        name: 'leaves nothing behind',
        path: '/v1/data/doc/production/dry',
        ...admin,
        status: 200,
        contains: ['existence'],
      },
      {
        name: 'an id that exists',
        ...post,
        body: {mutations: [{create: {_id: 'p1', _type: 'project'}}]},
        status: 409,
        contains: [
          '"type":"mutationError"',
          '"items":[{"error":{',
          'documentAlreadyExistsError',
          '"index":0',
        ],
      },
      {name: 'no list', ...post, body: {mutations: {}}, status: 400},
      {name: 'an item that is no object', ...post, body: {mutations: ['create']}, status: 400},
      {name: 'an unknown mutation', ...post, body: {mutations: [{destroy: {id: 'p1'}}]}, status: 400},
      {name: 'an empty body', ...post, body: '', status: 400},
      {
        name: 'a transaction id that would break a stream',
        ...post,
        body: {mutations: [], transactionId: 'a\nevent: reset'},
        status: 400,
      },
      {
        name: 'one byte more than allowed',
        ...post,
        body: `"${'x'.repeat(4_000_001 - 2)}"`,
        status: 413,
        contains: ['Request body exceeds limit of 4000000 bytes'],
      },
    ],
  )
})

describe('history', () => {
  const history = '/v1/data/history/production'
  runScenarios(
    () => lake,
    [
      {
        name: 'transactions as NDJSON with effects',
        path: `${history}/transactions/p1?effectFormat=mendoza&excludeContent=true`,
        ...admin,
        status: 200,
        contains: ['"author":"administrator"', '"documentIDs":["p1"]', '"effects":{"p1":{"apply":[0,{'],
        lacks: ['"mutations"'],
        answerHeaders: {'content-type': 'application/x-ndjson; charset=utf-8'},
      },
      {
        name: 'transactions with mutations',
        path: `${history}/transactions/p1`,
        ...admin,
        status: 200,
        contains: ['"mutations":[{"create"'],
        lacks: ['"effects"'],
      },
      {
        name: 'an empty start is no start',
        path: `${history}/transactions/p1?fromTransaction=`,
        ...admin,
        status: 200,
        contains: ['p1'],
      },
      {
        name: 'the last revision',
        path: `${history}/documents/p1?lastRevision=true`,
        ...admin,
        status: 200,
        contains: ['"title":"One"'],
      },
      {
        name: 'before it was',
        path: `${history}/documents/p1?time=2001-01-01T00:00:00Z`,
        ...admin,
        status: 200,
        contains: ['{"documents":[]}'],
      },
      {
        name: 'two moments',
        path: `${history}/documents/p1?revision=a&time=2026-01-01`,
        ...admin,
        status: 400,
      },
      {name: 'no moment', path: `${history}/documents/p1?time=yesterday`, ...admin, status: 400},
      {
        name: 'events',
        path: `${history}/events/documents/p1?limit=10`,
        ...admin,
        status: 200,
        contains: ['"events":{"p1":[{', '"type":"createLiveDocument"', '"nextCursor":""'],
      },
      {name: 'a limit that is none', path: `${history}/transactions/p1?limit=many`, ...admin, status: 400},
    ],
  )
})
