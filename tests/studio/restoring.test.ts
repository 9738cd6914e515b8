import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {restoreAsDraft} from '../../studio/manage/deletedDocuments.ts'
import {lastOf} from '../../studio/manage/lastRevisions.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'

/** Restoring by id alone, as the Studio does where nothing lists what was deleted. */
let lake: RunningLake
let client: SanityClient

beforeAll(async () => {
  lake = await runLake()
  client = lake.client({perspective: 'raw'})
  await client.create({_id: 'place', _type: 'place', name: 'Malawi'})
  await client.create({_id: 'theme', _type: 'theme', name: 'Mines'})
  await client.create({
    _id: 'project',
    _type: 'project',
    title: 'As published',
    theme: {_type: 'reference', _ref: 'theme'},
    places: [{_key: 'a', place: {_type: 'reference', _ref: 'place'}}],
  })
  await client.create({_id: 'drafts.project', _type: 'project', title: 'As drafted'})
  await client.delete('drafts.project')
  await client.patch('project').set({title: 'Published last'}).commit()
  await client.mutate([{delete: {id: 'project'}}, {delete: {id: 'theme'}}])
})
afterAll(() => lake.stop())

const last = async () => {
  const document = await lastOf(client, 'project')
  if (!document) throw new Error('the history has the project')
  return document
}

test('what was said last is found, in the draft or as published', async () => {
  expect(await last()).toMatchObject({_id: 'project', title: 'Published last'})
  expect(await lastOf(client, 'never-there')).toBeUndefined()
})

test('a draft comes back that refers to what is gone until that is back too', async () => {
  expect(await restoreAsDraft(client, 'project', await last())).toBe('restored')
  const draft = await client.getDocument('drafts.project')
  expect(draft).toMatchObject({
    title: 'Published last',
    theme: {_ref: 'theme', _weak: true, _strengthenOnPublish: {type: 'theme'}},
  })
  expect(draft?.['places']).toEqual([{_key: 'a', place: {_type: 'reference', _ref: 'place'}}])
  const {_createdAt} = await last()
  expect(draft?._createdAt).toBe(_createdAt)
})

test.each(['drafts.other', 'other', 'versions.r1.other'])('nothing is done beside %s', async (id) => {
  await client.create({_id: id, _type: 'project', title: 'There again'})
  expect(await restoreAsDraft(client, 'other', {...(await last()), _id: 'other'})).toBe('exists')
  expect(await client.getDocument(id)).toMatchObject({title: 'There again'})
  await client.delete(id)
  expect(await client.getDocument('drafts.other')).toBeUndefined()
})
