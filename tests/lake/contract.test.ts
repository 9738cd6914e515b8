import type {ResumableListenOptions} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {Collected, type RunningLake, runLake} from './runningLake.ts'

/** The lake as the official client sees it, on a real port. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())

/** What the Studio's document pane asks for. */
const STUDIO_PAIR_OPTIONS: ResumableListenOptions = {
  includeResult: false,
  includeAllVersions: true,
  enableResume: true,
  events: ['welcome', 'mutation', 'reconnect', 'reset', 'welcomeback'],
  effectFormat: 'mendoza',
  tag: 'document.pair.listen',
}

interface StreamEvent {
  type: string
  documentId?: string
  transition?: string
  previousRev?: string
  resultRev?: string
  transactionId?: string
  transactionTotalEvents?: number
  effects?: {apply: unknown[]; revert: unknown[]}
  tags?: string[]
}

const ofType = (type: string) => (events: readonly StreamEvent[]) =>
  events.some((event) => event.type === type)
const mutationsOf = (events: readonly StreamEvent[]) => events.filter(({type}) => type === 'mutation')

test('who am I', async () => {
  expect(await lake.client().users.getById('me')).toMatchObject({id: 'administrator', role: 'administrator'})
})

describe('query and mutate', () => {
  test('a document goes in and comes out, by id and by GROQ', async () => {
    const client = lake.client()
    const created = await client.create({_type: 'project', _id: 'q1', title: 'Tea in Malawi', amount: 275442})
    expect(created).toMatchObject({_id: 'q1', _rev: expect.any(String), _createdAt: expect.any(String)})
    expect(await client.getDocument('q1')).toEqual(created)
    expect(await client.fetch('*[_id == $id][0].title', {id: 'q1'})).toBe('Tea in Malawi')
  })

  test('a query too long for an address goes as POST', async () => {
    const ids = Array.from({length: 2000}, (_, index) => `missing-${index}`)
    expect(await lake.client().fetch('*[_id in $ids]._id', {ids: [...ids, 'q1']})).toEqual(['q1'])
  })

  test('patches apply, and a stale revision is refused as 409', async () => {
    const client = lake.client()
    const {_rev} = await client.create({_type: 'counter', _id: 'c1', value: 1})
    await client.patch('c1').inc({value: 2}).ifRevisionId(_rev).commit()
    expect(await client.fetch('*[_id == "c1"][0].value')).toBe(3)
    await expect(client.patch('c1').inc({value: 2}).ifRevisionId(_rev).commit()).rejects.toMatchObject({
      statusCode: 409,
    })
  })

  test('a transaction is all or nothing', async () => {
    const client = lake.client()
    const failing = client
      .transaction()
      .create({_type: 'project', _id: 'half'})
      .create({_type: 'project', _id: 'q1'})
      .commit()
    await expect(failing).rejects.toMatchObject({statusCode: 409})
    expect(await client.getDocument('half')).toBeUndefined()
  })

  test('the revision is the transaction id that the client chose', async () => {
    const {transactionId} = await lake
      .client()
      .transaction([{createOrReplace: {_type: 'project', _id: 'own-transaction'}}])
      .transactionId('my-transaction')
      .commit()
    expect(transactionId).toBe('my-transaction')
    expect((await lake.client().getDocument('own-transaction'))?._rev).toBe('my-transaction')
  })

  test('a query that can not be parsed is marked where it fails', async () => {
    await expect(lake.client().fetch('*[_type ==')).rejects.toMatchObject({
      statusCode: 400,
      details: {type: 'queryParseError', query: '*[_type ==', start: expect.any(Number)},
    })
  })
})

test('perspectives', async () => {
  const client = lake.client()
  await client.create({_type: 'page', _id: 'perspective', title: 'published'})
  await client.create({_type: 'page', _id: 'drafts.perspective', title: 'draft'})
  const query = '*[_type == "page"]{_id, _originalId, title} | order(_id)'
  expect(await client.fetch(query)).toMatchObject([{_id: 'perspective', title: 'published'}])
  expect(await client.fetch(query, {}, {perspective: 'drafts'})).toMatchObject([
    {_id: 'perspective', _originalId: 'drafts.perspective', title: 'draft'},
  ])
  await client.create({_type: 'page', _id: 'versions.r1.perspective', title: 'version'})
  expect(await client.fetch(query, {}, {perspective: 'raw'})).toHaveLength(3)
  // Before 2025-02-19 raw was the default, and there were no versions.
  const older = client.withConfig({apiVersion: '2024-01-01'})
  const known = [{_id: 'drafts.perspective'}, {_id: 'perspective'}]
  expect(await older.fetch(query)).toMatchObject(known)
  expect(await older.fetch(query, {}, {perspective: 'raw'})).toMatchObject(known)
  expect(await older.fetch('*[_id == "versions.r1.perspective"]')).toEqual([])
  await client.delete('versions.r1.perspective')
  // A release may have any name.
  expect(await client.fetch(query, {}, {perspective: ['unversioned']})).toMatchObject([{_id: 'perspective'}])
})

test('the three ways to name a project and a dataset', async () => {
  const client = lake.client()
  await client.createIfNotExists({_type: 'project', _id: 'named'})
  const resource = lake.client({resource: {type: 'dataset', id: 'local.production'}})
  expect(await resource.fetch('*[_id == "named"]._id')).toEqual(['named'])
  expect(await resource.getDocument('named')).toMatchObject({_id: 'named'})
  // By host: `localhost` subdomains don't resolve everywhere, so the header says it.
  const {port} = lake.server
  const other = await lake.request('/v2025-02-19//data/query/production?query=*'.replace('//', '/'), {
    headers: {'x-sanity-project-id': 'another'},
  })
  expect(await other.json()).toMatchObject({result: []})
  expect(port).toBeGreaterThan(0)
})

describe('listen', () => {
  test('what the Studio needs of every event', async () => {
    const client = lake.client()
    const ids = ['listened', 'drafts.listened']
    const got = new Collected<StreamEvent>()
    const listening = client
      .listen('*[_id in $ids]', {ids}, STUDIO_PAIR_OPTIONS)
      .subscribe((event) => got.add(event as StreamEvent))
    await got.until(ofType('welcome'))

    const created = await client.create({_type: 'page', _id: 'drafts.listened', title: 'One'})
    const edited = await client.patch('drafts.listened').set({title: 'Two'}).commit()
    await client
      .transaction()
      .createOrReplace({...edited, _id: 'listened'})
      .delete('drafts.listened')
      .create({_type: 'page', _id: 'not-listened-to'})
      .commit()
    const events = mutationsOf(await got.until((all) => mutationsOf(all).length >= 4))
    listening.unsubscribe()

    expect(events).toMatchObject([
      {documentId: 'drafts.listened', transition: 'appear', transactionTotalEvents: 1},
      {
        documentId: 'drafts.listened',
        transition: 'update',
        previousRev: created._rev,
        resultRev: edited._rev,
      },
      {transactionTotalEvents: 2},
      {transactionTotalEvents: 2},
    ])
    const {_rev: _before, ...withoutRevision} = created
    const {_rev: _after, ...expected} = edited
    expect(applyPatch(withoutRevision, (events[1]?.effects?.apply ?? []) as never)).toEqual(expected)
    expect(events.map(({documentId}) => documentId ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
      'drafts.listened',
      'drafts.listened',
      'drafts.listened',
      'listened',
    ])
  })

  test('a filter that can not be parsed is a channel error', async () => {
    const failure = new Collected<unknown>()
    lake.client().listen('*[').subscribe({error: failure.add})
    const [error] = await failure.until((all) => all.length > 0)
    expect(error).toMatchObject({name: 'ChannelError'})
  })

  test('the published documents alone, unless all versions are asked for', async () => {
    const client = lake.client()
    const got = new Collected<StreamEvent>()
    const listening = client
      .listen('*[_type == "quiet"]', {}, {events: ['welcome', 'mutation']})
      .subscribe((event) => got.add(event as StreamEvent))
    await got.until(ofType('welcome'))
    await client.create({_type: 'quiet', _id: 'drafts.quiet'})
    await client.create({_type: 'quiet', _id: 'quiet'})
    expect(mutationsOf(await got.until(ofType('mutation')))).toMatchObject([{documentId: 'quiet'}])
    listening.unsubscribe()
  })
})

test('actions: create, edit, publish in the way of the Studio', async () => {
  const client = lake.client()
  const draftId = 'drafts.acted'
  const publishedId = 'acted'
  await client.action({
    actionType: 'sanity.action.document.create',
    publishedId,
    attributes: {_id: draftId, _type: 'page', title: 'One'},
    ifExists: 'fail',
  })
  await client.action({
    actionType: 'sanity.action.document.edit',
    draftId,
    publishedId,
    patch: {set: {title: 'Two'}},
  })
  expect(await client.getDocument(publishedId)).toBeUndefined()
  await client.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
  expect(await client.getDocument(publishedId)).toMatchObject({title: 'Two'})
  expect(await client.getDocument(draftId)).toBeUndefined()
})

test('live events name what a query was answered from', async () => {
  const client = lake.client()
  const {syncTags = []} = await client.fetch('*[_type == "lively"]', {}, {filterResponse: false})
  const got = new Collected<StreamEvent>()
  const living = client.live.events().subscribe(got.add)
  await got.until(ofType('welcome'))
  await client.create({_type: 'lively', _id: 'drafts.lively'})
  await client.create({_type: 'lively', _id: 'lively'})
  const events = await got.until(ofType('message'))
  living.unsubscribe()
  const messages = events.filter(({type}) => type === 'message')
  expect(messages).toHaveLength(1)
  expect(messages[0]?.tags?.some((tag) => (syncTags as string[]).includes(tag))).toBe(true)
})

test('datasets: create, list, delete', async () => {
  const client = lake.client()
  await client.datasets.create('second', {aclMode: 'private'})
  expect(await client.datasets.list()).toEqual(
    expect.arrayContaining([expect.objectContaining({name: 'second', aclMode: 'private'})]),
  )
  await client.datasets.delete('second')
  expect((await client.datasets.list()).map(({name}) => name)).not.toContain('second')
})
