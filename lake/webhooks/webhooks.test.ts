import {createHmac} from 'node:crypto'
import {createServer} from 'node:http'
import {expect, onTestFinished, test} from 'vitest'
import {openLake} from '../dataset/index.ts'
import {temporaryFolder} from '../dataset/lake.fixture.ts'
import type {Webhook} from './webhook.ts'
import {startWebhooks} from './webhooks.ts'

interface Received {
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A receiver that answers with the given statuses in turn, then with 200. */
async function receiver(...statuses: number[]): Promise<{url: string; received: Received[]}> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({headers: request.headers, body})
      response.writeHead(statuses.shift() ?? 200).end('thanks')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The receiver is not listening')
  return {url: `http://127.0.0.1:${address.port}/`, received}
}

function hookTo(url: string, changes: Partial<Webhook> = {}): Webhook {
  return {
    id: 'h1',
    type: 'document',
    projectId: 'p',
    dataset: 'production',
    name: 'site',
    description: null,
    url,
    httpMethod: 'POST',
    headers: {},
    includeDrafts: false,
    includeAllVersions: false,
    isDisabled: false,
    secret: null,
    rule: {on: ['create', 'update', 'delete'], filter: null, projection: null},
    createdAt: '2026-01-01T00:00:00Z',
    ...changes,
  }
}

function lakeIn(folder: string) {
  const lake = openLake(folder)
  const dataset = lake.dataset('p', 'production') ?? lake.createDataset('p', 'production')
  const webhooks = startWebhooks(lake, [1, 1])
  let isOpen = true
  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    webhooks.close()
    await lake.close()
  }
  onTestFinished(close)
  const mutate = (...mutations: Parameters<typeof dataset.mutate>[0]['mutations']) =>
    dataset.mutate({mutations}, 'editor')
  return {lake, webhooks, mutate, close}
}

const page = (id: string, extra = {}) => ({create: {_id: id, _type: 'page', title: id, ...extra}})

test('tells in order of what its rule is about, signed', async () => {
  const {url, received} = await receiver()
  const {webhooks, mutate} = lakeIn(temporaryFolder())
  const rule: Webhook['rule'] = {
    on: ['create', 'delete'],
    filter: '_type == "page"',
    projection: '{_id, "big": upper(title)}',
  }
  webhooks.save(hookTo(url, {rule, secret: 's3cret', headers: {'x-from': 'lake'}}))
  await mutate(page('a'), page('drafts.a'), {create: {_id: 'other', _type: 'other'}})
  await mutate({patch: {id: 'a', set: {title: 'later'}}})
  await mutate({delete: {id: 'a'}})
  await expect.poll(() => received).toHaveLength(2)
  expect(bodies(received)).toEqual([
    {_id: 'a', big: 'A'},
    {_id: 'a', big: 'LATER'},
  ])
  expect(received[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'sanity-operation': 'create',
    'sanity-document-id': 'a',
    'sanity-transaction-time': expect.stringMatching(/^2\d{3}-.*Z$/),
    'x-from': 'lake',
  })
  const [, time = '', hash = ''] =
    /^t=(\d+),v1=(.+)$/.exec(String(received[1]?.headers['sanity-webhook-signature'])) ?? []
  expect(createHmac('sha256', 's3cret').update(`${time}.${received[1]?.body}`).digest('base64url')).toBe(hash)
})

const bodies = (received: readonly Received[]): unknown[] =>
  received.map(({body}) => JSON.parse(body) as unknown)

test('a deletion that takes the history along is told by the id and the type of its document', async () => {
  const {url, received} = await receiver()
  const {webhooks, mutate} = lakeIn(temporaryFolder())
  const rule: Webhook['rule'] = {
    on: ['delete'],
    filter: '_type == "page"',
    projection: '{_id, title, "was": before()._type}',
  }
  webhooks.save(hookTo(url, {rule}))
  await mutate(page('a'), {create: {_id: 'other', _type: 'other'}})
  await mutate({delete: {id: 'other', purge: true}}, {delete: {id: 'a', purge: true}})
  await expect.poll(() => received).toHaveLength(1)
  expect(bodies(received)).toEqual([{_id: 'a', title: null, was: 'page'}])
})

test('a rule may speak of what was before, what is after and what changed', async () => {
  const {url, received} = await receiver()
  const {webhooks, mutate} = lakeIn(temporaryFolder())
  webhooks.save(
    hookTo(url, {
      rule: {
        on: ['create', 'update', 'delete'],
        filter: '_type == "page" && (delta::changedAny((title, tags[])) || delta::operation() == "delete")',
        projection: `{
          "is": delta::operation(), "was": before().title, "now": after().title,
          "onlyTitle": delta::changedOnly((title, _rev, _updatedAt)), "theme": (after().theme)->title
        }`,
      },
    }),
  )
  await mutate({create: {_id: 'theme', _type: 'theme', title: 'Work'}})
  await mutate(page('a', {theme: {_type: 'reference', _ref: 'theme'}, tags: ['x']}))
  await mutate({patch: {id: 'a', set: {note: 'nobody is told'}}})
  await mutate({patch: {id: 'a', set: {title: 'b'}}})
  await mutate({patch: {id: 'a', set: {note: 'both', tags: ['x', 'y']}}})
  await mutate({delete: {id: 'a'}})
  await expect.poll(() => received).toHaveLength(4)
  expect(bodies(received)).toEqual([
    {is: 'create', was: null, now: 'a', onlyTitle: false, theme: 'Work'},
    {is: 'update', was: 'a', now: 'b', onlyTitle: true, theme: 'Work'},
    {is: 'update', was: 'b', now: 'b', onlyTitle: false, theme: 'Work'},
    {is: 'delete', was: 'b', now: null, onlyTitle: false, theme: null},
  ])
})

test('drafts and versions are told to who asks for them, each apart', async () => {
  const {url, received} = await receiver()
  const {webhooks, mutate} = lakeIn(temporaryFolder())
  const rule: Webhook['rule'] = {on: ['create'], filter: null, projection: '_id'}
  webhooks.save(hookTo(url, {id: 'drafts', includeDrafts: true, rule}))
  webhooks.save(hookTo(url, {id: 'versions', includeAllVersions: true, rule}))
  await mutate(page('drafts.a'))
  await mutate(page('versions.r1.a'))
  await expect.poll(() => received).toHaveLength(2)
  expect(received.map(({body, headers}) => [headers['sanity-webhook-id'], JSON.parse(body)])).toEqual([
    ['drafts', 'drafts.a'],
    ['versions', 'versions.r1.a'],
  ])
})

test('a webhook on all datasets is told of new ones, and of none that it was switched off for', async () => {
  const folder = temporaryFolder()
  const {url, received} = await receiver()
  const first = lakeIn(folder)
  const rule: Webhook['rule'] = {on: ['create'], filter: null, projection: '[sanity::dataset(), _id]'}
  const hook = hookTo(url, {dataset: '*', rule})
  first.webhooks.save(hook)
  const create = (id: string) => ({mutations: [page(id)]})
  await first.mutate(page('a'))
  await first.lake.createDataset('p', 'other').mutate(create('b'), 'editor')
  await first.lake.createDataset('q', 'elsewhere').mutate(create('x'), 'editor')
  await expect.poll(() => received).toHaveLength(2)
  first.webhooks.save({...hook, isDisabled: true})
  await first.mutate(page('unheard'))
  first.webhooks.save(hook)
  first.lake.deleteDataset('p', 'other')
  await first.lake.createDataset('p', 'other').mutate(create('c'), 'editor')
  await expect.poll(() => first.webhooks.messages('h1')[0]?.status).toBe('success')
  first.webhooks.close()
  await first.lake.dataset('p', 'other')?.mutate(create('d'), 'editor')
  await first.close()

  lakeIn(folder)
  await expect.poll(() => received).toHaveLength(4)
  const told = [
    ['production', 'a'],
    ['other', 'b'],
    ['other', 'c'],
    ['other', 'd'],
  ]
  expect(bodies(received)).toEqual(told)
  expect(received.map(({headers}) => headers['sanity-dataset'])).toEqual(told.map(([dataset]) => dataset))
})

test('tries again after faults of the receiver, not after refusals, and keeps what came of it', async () => {
  const {url, received} = await receiver(503, 429, 200, 400)
  const {webhooks, mutate} = lakeIn(temporaryFolder())
  webhooks.save(hookTo(url))
  await mutate(page('a'))
  await mutate(page('b'))
  await mutate(page('c'))
  await expect.poll(() => received).toHaveLength(5)
  await expect
    .poll(() => webhooks.messages('h1'))
    .toMatchObject([
      {documentId: 'c', status: 'success', resultCode: 200, failureCount: 0},
      {documentId: 'b', status: 'failure', resultCode: 400, failureCount: 1},
      {documentId: 'a', status: 'success', resultCode: 200, failureCount: 2},
    ])
  expect(new Set(received.slice(0, 3).map(({headers}) => headers['idempotency-key'])).size).toBe(1)
  expect(webhooks.attempts('h1')[0]).toMatchObject({isFailure: false, resultBody: 'thanks'})
})

test('goes on after a restart where it was', async () => {
  const folder = temporaryFolder()
  const {url, received} = await receiver()
  const first = lakeIn(folder)
  first.webhooks.save(hookTo(url))
  await first.mutate(page('a'))
  await expect.poll(() => first.webhooks.messages('h1')[0]?.status).toBe('success')
  first.webhooks.close()
  await first.mutate(page('b'))
  await first.close()

  lakeIn(folder)
  await expect
    .poll(() => received.map(({body}) => (JSON.parse(body) as {_id: string})._id))
    .toEqual(['a', 'b'])
})
