import {afterAll, beforeAll, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'
import {runScenarios} from './scenario.ts'

/** The list of deleted documents: what is gone, what it said last, and who may know. */
let lake: RunningLake
const DELETED = '/v2025-02-19/data/history/production/deleted'
const SECRET = 'never announced'

beforeAll(async () => {
  lake = await runLake()
  const client = lake.client()
  const create = (_id: string, title: string) => client.create({_id, _type: 'page', title})
  await create('stays', 'Published with a draft that was discarded')
  await create('drafts.stays', 'Discarded')
  await client.delete('drafts.stays')
  await create('first', 'Gone first')
  await client.delete('first')
  await create('returned', 'Deleted and made again')
  await client.delete('returned')
  await create('returned', 'Made again')
  await create('drafts.announced', 'Published later')
  await client.action({
    actionType: 'sanity.action.document.publish',
    publishedId: 'announced',
    draftId: 'drafts.announced',
  })
  await create('both', 'As published')
  await create('drafts.both', 'As the draft said')
  await client.action({
    actionType: 'sanity.action.document.delete',
    publishedId: 'both',
    includeDrafts: ['drafts.both'],
  })
  await client.create({_id: 'image-abc-1x1-png', _type: 'sanity.imageAsset'})
  await client.delete('image-abc-1x1-png')
  await create('drafts.plan', SECRET)
  await client.mutate([{delete: {id: 'drafts.plan'}}], {transactionId: 'gone'})
})
afterAll(() => lake.stop())

interface Page {
  deleted: {documentId: string; document: {_id: string; title: string}; author: string; timestamp: string}[]
  nextCursor: string
}

const page = async (query = ''): Promise<Page> =>
  (await lake.request(DELETED + query)).json() as Promise<Page>

test('names what is gone with all its versions, the last deleted first, as it was', async () => {
  const {deleted, nextCursor} = await page()
  expect(deleted.map(({documentId, document}) => [documentId, document._id, document.title])).toEqual([
    ['plan', 'drafts.plan', SECRET],
    ['both', 'drafts.both', 'As the draft said'],
    ['first', 'first', 'Gone first'],
  ])
  expect(nextCursor).toBe('')
  expect(deleted[0]).toMatchObject({transactionId: 'gone', author: 'administrator'})
  expect(Date.parse(deleted[0]?.timestamp ?? '')).toBeGreaterThan(0)
})

test('comes in pages that later deletions do not shift', async () => {
  const first = await page('?limit=2')
  expect(first.deleted.map(({documentId}) => documentId)).toEqual(['plan', 'both'])
  const client = lake.client()
  await client.create({_id: 'late', _type: 'page'})
  await client.delete('late')
  const second = await page(`?limit=2&nextCursor=${first.nextCursor}`)
  expect(second.deleted.map(({documentId}) => documentId)).toEqual(['first'])
  expect(second.nextCursor).toBe('')
})

runScenarios(
  () => lake,
  [
    {name: 'nobody in particular', path: DELETED, status: 401, lacks: [SECRET, 'plan', 'first']},
    {name: 'an unknown token', path: DELETED, as: 'bad', status: 401, lacks: [SECRET, 'plan']},
    {name: 'a viewer, who may read drafts', path: DELETED, as: 'viewer', status: 200, contains: [SECRET]},
    {
      name: 'by project and dataset in the path',
      path: '/v1/projects/local/datasets/production/history/deleted',
      as: 'editor',
      status: 200,
      contains: [SECRET],
    },
    {name: 'a limit that is none', path: `${DELETED}?limit=0`, as: 'editor', status: 400},
    {
      name: 'an unknown dataset',
      path: DELETED.replace('production', 'nowhere'),
      as: 'administrator',
      status: 404,
      contains: ['nowhere'],
    },
  ],
)
