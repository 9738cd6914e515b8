import {expect, test} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import type {Dataset} from './index.ts'
import {temporaryLake} from './lake.fixture.ts'

const action = (name: string, fields: JsonObject = {}): JsonObject => ({
  actionType: `sanity.action.release.${name}`,
  releaseId: 'spring',
  ...fields,
})

const soon = (): string => new Date(Date.now() + 150).toISOString()
const release = (dataset: Dataset) => dataset.documents.get('_.releases.spring')

async function prepare(dataset: Dataset, version: JsonObject = {}): Promise<void> {
  const document = {_id: 'versions.spring.p', _type: 'page', title: 'Spring', ...version}
  await dataset.mutate({mutations: [{create: document}]}, 'editor')
  await dataset.act({actions: [action('create')]}, 'editor')
}

test('publishes a scheduled release when it is due, as the system', async () => {
  const {dataset} = temporaryLake()
  await prepare(dataset)
  await dataset.act({actions: [action('schedule', {publishAt: soon()})]}, 'editor')
  expect(release(dataset)).toMatchObject({state: 'scheduled', publishAt: expect.any(String)})
  await expect.poll(() => dataset.documents.get('p')).toMatchObject({title: 'Spring'})
  expect(release(dataset)).toMatchObject({state: 'published', publishedAt: expect.any(String)})
  expect(release(dataset)).not.toHaveProperty('publishAt')
  expect(dataset.transactions({reverse: true, limit: 1})[0]).toMatchObject({author: '<system>'})
})

test('what fell due while the lake was down is published when it opens', async () => {
  const {dataset, reopen} = temporaryLake()
  await prepare(dataset)
  await dataset.act({actions: [action('schedule', {publishAt: soon()})]}, 'editor')
  const reopened = await reopen()
  await expect.poll(() => reopened.documents.get('p')).toMatchObject({title: 'Spring'})
})

test('publishes when the clock says so, also where timers run ahead of it', async () => {
  const start = Date.now()
  const now = (): Date => new Date(start + (Date.now() - start) / 2)
  const {dataset} = temporaryLake({now})
  await prepare(dataset)
  const publishAt = new Date(now().getTime() + 150).toISOString()
  await dataset.act({actions: [action('schedule', {publishAt})]}, 'editor')
  await expect.poll(() => release(dataset)).toMatchObject({state: 'published'})
  expect(release(dataset)).not.toHaveProperty('error')
  expect(dataset.documents.get('p')).toMatchObject({title: 'Spring'})
})

test('what was unscheduled stays unpublished, and what can not be published says why', async () => {
  const {dataset} = temporaryLake()
  const dangling = {to: {_type: 'reference', _ref: 'nowhere', _weak: true, _strengthenOnPublish: {}}}
  await prepare(dataset, dangling)
  await dataset.act({actions: [action('schedule', {publishAt: soon()})]}, 'editor')
  await dataset.act({actions: [action('unschedule')]}, 'editor')
  await dataset.act({actions: [action('schedule', {publishAt: soon()})]}, 'editor')
  await expect
    .poll(() => release(dataset))
    .toMatchObject({
      state: 'active',
      error: {message: expect.stringContaining('nowhere')},
    })
  expect(dataset.documents.has('p')).toBe(false)
  expect(dataset.documents.has('versions.spring.p')).toBe(true)
})
