import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {Collected, type RunningLake, runLake} from './runningLake.ts'
import {runScenarios, type Scenario} from './scenario.ts'

/** Who may see and do what: each way to read, with and without a token. */
let lake: RunningLake
const SECRET = 'not yet announced'

beforeAll(async () => {
  lake = await runLake()
  const client = lake.client()
  await client.create({_type: 'project', _id: 'open', title: 'in the open'})
  await client.create({
    _type: 'project',
    _id: 'drafts.open',
    title: SECRET,
    topic: {_type: 'reference', _ref: 'open'},
  })
  await client.create({_type: 'project', _id: 'drafts.hidden', title: SECRET})
  await client.create({_type: 'project', _id: 'versions.r1.open', title: SECRET})
  await client.create({_type: 'project', _id: 'private.note', title: SECRET})
  await client.datasets.create('closed', {aclMode: 'private'})
  await lake.client({dataset: 'closed'}).create({_type: 'project', _id: 'inside', title: SECRET})
})
afterAll(() => lake.stop())

const query = (groq: string, options = '') =>
  `/v2025-02-19/data/query/production?query=${encodeURIComponent(groq)}${options}`

describe('without a token nothing but published documents', () => {
  const perspectives = [
    '',
    '&perspective=raw',
    '&perspective=drafts',
    '&perspective=r1',
    '&perspective=r1,drafts',
  ]
  const leaks = [SECRET, 'drafts.', 'versions.', 'private.note', 'hidden']
  runScenarios(
    () => lake,
    [
      ...perspectives.map((perspective): Scenario => ({
        name: `query everything${perspective}`,
        path: query('*[_type == "project"]', `${perspective}&returnQuery=false`),
        status: 200,
        contains: ['in the open'],
        lacks: leaks,
      })),
      ...perspectives.map((perspective): Scenario => ({
        name: `count${perspective}`,
        path: query('count(*[_type == "project"])', perspective),
        status: 200,
        contains: ['"result":1,'],
      })),
      {
        name: 'count references',
        path: query('count(*[references("open") && _id != "open"])', '&perspective=raw'),
        status: 200,
        contains: ['"result":0,'],
      },
      {
        name: 'an older API version does not default to drafts',
        path: query('*').replace('v2025-02-19', 'v1'),
        status: 200,
        contains: ['in the open'],
        lacks: leaks,
      },
      {
        name: 'documents by id: hidden ones look the same whether they exist or not',
        path: '/v1/data/doc/production/open,drafts.open,drafts.never,versions.r1.open',
        status: 200,
        contains: [
          'in the open',
          '{"id":"drafts.open","reason":"permission"}',
          '{"id":"drafts.never","reason":"permission"}',
        ],
        lacks: [SECRET, 'existence'],
      },
      {
        name: 'all versions of a document',
        path: '/v2025-02-19/data/doc/production/open?includeAllVersions=true',
        status: 200,
        contains: ['in the open'],
        lacks: leaks,
      },
      {
        name: 'export',
        path: '/v1/data/export/production',
        status: 200,
        contains: ['in the open'],
        lacks: leaks,
      },
      ...['transactions/open', 'documents/open?lastRevision=true', 'events/documents/open'].map(
        (path): Scenario => ({
          name: `history ${path}`,
          path: `/v1/data/history/production/${path}`,
          status: 401,
          lacks: ['in the open', ...leaks],
        }),
      ),
      {name: 'a private dataset: query', path: '/v1/data/query/closed?query=*', status: 401, lacks: [SECRET]},
      {name: 'a private dataset: doc', path: '/v1/data/doc/closed/inside', status: 401, lacks: [SECRET]},
      {name: 'a private dataset: listen', path: '/v1/data/listen/closed?query=*', status: 401},
      {name: 'a private dataset: live', path: '/v2025-02-19/data/live/events/closed', status: 401},
      {
        name: 'live events of drafts',
        path: '/v2025-02-19/data/live/events/production?includeDrafts=true',
        status: 401,
      },
      {name: 'a dataset does not come into being', path: '/v1/data/query/never?query=*', status: 404},
      {name: 'users', path: '/v1/users/administrator', status: 401, lacks: ['Administrator']},
      {name: 'members', path: '/v1/projects/local', status: 401, lacks: ['administrator']},
      {name: 'datasets', path: '/v1/datasets', status: 401, lacks: ['closed']},
      {name: 'who am I', path: '/v1/users/me', status: 200, contains: ['{}']},
      {name: 'session', path: '/v1/auth/id', status: 401},
      {name: 'key values', path: '/v1/users/me/keyvalue/a', status: 401},
    ],
  )

  test('listening: no event, result, mutation or count tells of drafts', async () => {
    const streams = await Promise.all(
      ['includeAllVersions=true', 'includeAllVersions=false', ''].map((options) =>
        lake.request(
          `/v2024-01-01/data/listen/production?query=${encodeURIComponent('*')}&includePreviousRevision=true&effectFormat=mendoza&${options}`,
          {token: null},
        ),
      ),
    )
    const client = lake.client()
    await client
      .transaction()
      .createOrReplace({_type: 'project', _id: 'drafts.heard', title: SECRET})
      .createOrReplace({_type: 'project', _id: 'heard', title: 'heard by all'})
      .commit()
    for (const stream of streams) {
      const text = await readUntil(stream, 'heard by all')
      expect(text).toContain('"transactionTotalEvents":1')
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain('drafts.')
    }
  })

  test('a publication tells of the published document alone', async () => {
    const client = lake.client()
    await client.createOrReplace({_type: 'project', _id: 'drafts.published', title: 'now public'})
    const stream = await lake.request(
      `/v2025-02-19/data/listen/production?query=${encodeURIComponent('*')}`,
      {
        token: null,
      },
    )
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.published',
      publishedId: 'published',
    })
    const text = await readUntil(stream, 'now public')
    expect(text).not.toContain('drafts.published')
  })
})

test('an answer given again is for each what that one may see, and for nobody who may no longer ask', async () => {
  const ask = async (token: string | null, path: string) => {
    const response = await lake.request(path, {token})
    return response.ok ? ((await response.json()) as {result: unknown}).result : response.status
  }
  const counted = query('count(*[_id == "drafts.hidden"])', '&perspective=raw')
  const named = query('identity()')
  const viewer = await lake.tokenOf('viewer')
  for (let time = 0; time < 2; time++) {
    expect(await ask(viewer, counted)).toBe(1)
    expect(await ask(null, counted)).toBe(0)
    expect(await ask(viewer, named)).toBe('viewer')
    expect(await ask(lake.server.token, named)).toBe('administrator')
  }
  await lake.request('/v1/auth/logout', {token: viewer, method: 'POST'})
  expect(await ask(viewer, counted)).toBe(401)

  const client = lake.client()
  await client.datasets.create('turning', {aclMode: 'public'})
  const turning = '/v1/data/query/turning?query=1'
  expect([await ask(null, turning), await ask(null, turning)]).toEqual([1, 1])
  await client.datasets.edit('turning', {aclMode: 'private'})
  expect(await ask(null, turning)).toBe(401)
  await client.datasets.delete('turning')
  expect(await ask(lake.server.token, turning)).toBe(404)
})

describe('roles', () => {
  const mutation = {mutations: [{create: {_type: 'project', title: 'by role'}}]}
  const mutate = '/v1/data/mutate/production'
  runScenarios(
    () => lake,
    [
      {name: 'nobody writes without a token', method: 'POST', path: mutate, body: mutation, status: 401},
      {name: 'a bad token is told so', path: query('*'), as: 'bad', status: 401, contains: ['SIO-401-ANF']},
      {
        name: 'a bad token does not write',
        method: 'POST',
        path: mutate,
        as: 'bad',
        body: mutation,
        status: 401,
      },
      {
        name: 'a viewer reads drafts',
        path: query('*', '&perspective=raw'),
        as: 'viewer',
        status: 200,
        contains: [SECRET],
      },
      {
        name: 'a viewer does not write',
        method: 'POST',
        path: mutate,
        as: 'viewer',
        body: mutation,
        status: 403,
        lacks: ['transactionId'],
      },
      {
        name: 'a viewer does not act',
        method: 'POST',
        path: '/v2025-02-19/data/actions/production',
        as: 'viewer',
        body: {actions: [{actionType: 'sanity.action.document.delete', publishedId: 'open'}]},
        status: 403,
      },
      {
        name: 'a viewer does not upload',
        method: 'POST',
        path: '/v1/assets/files/production?filename=a.txt',
        as: 'viewer',
        body: 'text',
        status: 403,
      },
      {name: 'an editor writes', method: 'POST', path: mutate, as: 'editor', body: mutation, status: 200},
      {
        name: 'an editor makes no dataset',
        method: 'PUT',
        path: '/v1/datasets/mine',
        as: 'editor',
        body: {},
        status: 403,
      },
      {
        name: 'an editor deletes no dataset',
        method: 'DELETE',
        path: '/v1/datasets/production',
        as: 'editor',
        status: 403,
      },
    ],
  )
})

/** Reads a stream until its text holds `part`, then lets it go. */
async function readUntil(response: Response, part: string): Promise<string> {
  const got = new Collected<string>()
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('No stream')
  void (async () => {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return
      got.add(value)
    }
  })()
  const chunks = await got.until((all) => all.join('').includes(part))
  await reader.cancel()
  return chunks.join('')
}
