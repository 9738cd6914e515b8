import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'

/** Content releases as the official client and the Studio use them. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())

const raw = () => lake.client({perspective: 'raw'})
const stateOf = async (releaseId: string) => (await lake.client().releases.get({releaseId}))?.state

/** A release with one version of a document that is published, and one that stands for a removal. */
async function release(releaseId: string): Promise<void> {
  const client = raw()
  await client.createOrReplace({_id: `${releaseId}-kept`, _type: 'page', title: 'Before'})
  await client.createOrReplace({_id: `${releaseId}-gone`, _type: 'page', title: 'Gone'})
  await client.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'asap'}})
  await client.createVersion({
    releaseId,
    publishedId: `${releaseId}-kept`,
    document: {_id: `versions.${releaseId}.${releaseId}-kept`, _type: 'page', title: 'After'},
  })
  await client.unpublishVersion({releaseId, publishedId: `${releaseId}-gone`})
}

const published = (releaseId: string) =>
  lake.client().fetch('*[_id in [$id + "-kept", $id + "-gone"]]{_id, title}', {id: releaseId})

test('the perspective of a release shows what would be published', async () => {
  await release('seen')
  expect(
    await lake
      .client({perspective: ['seen', 'published']})
      .fetch('*[_id in ["seen-kept", "seen-gone"]]{_id, title}'),
  ).toEqual([{_id: 'seen-kept', title: 'After'}])
  const {result} = await raw().releases.fetchDocuments({releaseId: 'seen'})
  expect(result).toHaveLength(2)
})

test('publishing makes all versions public in one transaction', async () => {
  await release('now')
  await lake.client().releases.publish({releaseId: 'now'})
  expect(await published('now')).toEqual([{_id: 'now-kept', title: 'After'}])
  expect(await raw().fetch('count(*[sanity::partOfRelease("now")])')).toBe(0)
  expect(await lake.client().releases.get({releaseId: 'now'})).toMatchObject({
    state: 'published',
    publishedAt: expect.any(String),
    finalDocumentStates: [
      {_key: expect.any(String), id: 'versions.now.now-kept', revisionId: expect.any(String)},
      {id: 'versions.now.now-gone'},
    ],
  })
  expect(await stateOf('now')).toBe('published')
  await lake.client().releases.delete({releaseId: 'now'})
  expect(await stateOf('now')).toBeUndefined()
})

test('a scheduled release publishes itself; until then its versions are locked', async () => {
  await release('later')
  const client = lake.client()
  await client.releases.schedule({releaseId: 'later', publishAt: '2999-01-01T00:00:00Z'})
  const edit = {actionType: 'sanity.action.document.edit', publishedId: 'later-kept'} as const
  await expect(
    client.action({...edit, draftId: 'versions.later.later-kept', patch: {set: {title: 'x'}}}),
  ).rejects.toThrow('scheduled')
  await expect(client.releases.publish({releaseId: 'later'})).rejects.toThrow('unschedule it first')

  await client.releases.schedule({releaseId: 'later', publishAt: new Date(Date.now() + 100).toISOString()})
  await expect.poll(() => stateOf('later')).toBe('published')
  expect(await published('later')).toEqual([{_id: 'later-kept', title: 'After'}])
})

test('an archived release comes back as it was', async () => {
  await release('away')
  const client = lake.client()
  const versions = () => raw().fetch('*[sanity::partOfRelease("away")]{_id, title, "gone": _system.delete}')
  const before = await versions()
  await client.releases.archive({releaseId: 'away'})
  expect(await versions()).toEqual([])
  await client.releases.unarchive({releaseId: 'away'})
  expect(await versions()).toEqual(before)
  expect(await client.releases.get({releaseId: 'away'})).not.toHaveProperty('finalDocumentStates')
})

test('editing changes the metadata and nothing else', async () => {
  await release('named')
  const client = lake.client()
  await client.releases.edit({releaseId: 'named', patch: {set: {'metadata.title': 'Summer'}}})
  expect(await client.releases.get({releaseId: 'named'})).toMatchObject({
    metadata: {title: 'Summer', releaseType: 'asap'},
  })
  await expect(
    client.action({
      actionType: 'sanity.action.release.edit',
      releaseId: 'named',
      patch: {set: {state: 'published'}},
    }),
  ).rejects.toThrow('"state"')
})

describe('the state machine', () => {
  test.each([
    ['unschedule', 'active'],
    ['delete', 'active'],
    ['unarchive', 'active'],
    ['archive', 'published'],
    ['publish', 'published'],
    ['edit', 'published'],
  ] as const)('%s of a release that is %s is refused as 409', async (name, state) => {
    const releaseId = `m-${name}-${state}`
    await lake.client().releases.create({releaseId})
    if (state === 'published') await lake.client().releases.publish({releaseId})
    const action = {actionType: `sanity.action.release.${name}`, releaseId, patch: {set: {metadata: {}}}}
    const answer = await lake.request('/v2025-02-19/data/actions/production', {
      method: 'POST',
      body: JSON.stringify({actions: [action]}),
    })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({error: {type: 'actionError', items: [{index: 0}]}})
  })

  test.each(['', 'a.b', 'drafts', 'x'.repeat(65)])('%j names no release', async (releaseId) => {
    const answer = await lake.request('/v2025-02-19/data/actions/production', {
      method: 'POST',
      body: JSON.stringify({actions: [{actionType: 'sanity.action.release.create', releaseId}]}),
    })
    expect(answer.status).toBe(400)
  })
})

test('history tells the story of a release and of its documents', async () => {
  await release('told')
  const client = lake.client()
  await client.releases.schedule({releaseId: 'told', publishAt: '2999-01-01T00:00:00Z'})
  const events = async (path: string): Promise<{type: string}[]> => {
    const answer = await lake.request(`/v2025-02-19/data/history/production/events/${path}`)
    const {events: all} = (await answer.json()) as {
      events: {type: string}[] | Record<string, {type: string}[]>
    }
    return Array.isArray(all) ? all : Object.values(all).flat()
  }
  const scheduled = {
    type: 'scheduleDocumentVersion',
    versionId: 'versions.told.told-kept',
    versionRevisionId: expect.any(String),
    publishAt: '2999-01-01T00:00:00Z',
    state: 'pending',
  }
  for (const id of ['told-kept', 'versions.told.told-kept']) {
    expect((await events(`documents/${id}`))[0]).toMatchObject(scheduled)
  }
  await client.releases.unschedule({releaseId: 'told'})
  expect(await events('documents/versions.told.told-kept')).toMatchObject([
    {type: 'unscheduleDocumentVersion'},
    {...scheduled, state: 'unscheduled'},
    {type: 'createDocumentVersion'},
    {type: 'createLiveDocument'},
  ])
  await client.releases.publish({releaseId: 'told'})
  const types = async (path: string) => (await events(path)).map(({type}) => type)
  expect(await types('releases/told')).toEqual([
    'publishRelease',
    'unscheduleRelease',
    'scheduleRelease',
    'addDocumentToRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
  expect((await events('documents/told-kept'))[0]).toMatchObject({
    type: 'publishDocumentVersion',
    releaseId: 'told',
    publishCause: 'release.publish',
  })
  expect((await events('documents/told-gone'))[0]).toMatchObject({
    type: 'unpublishDocument',
    releaseId: 'told',
  })
})
