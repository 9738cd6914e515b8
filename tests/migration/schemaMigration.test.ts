/**
 * Content that moves because the schema changed, through the real commands against a real lake: planned,
 * applied where it stands, taken back.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {run} from '../commands/processes.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'

let folder: string
let lake: RunningLake
let client: SanityClient

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-migration-'))
  lake = await runLake()
  client = lake.client({perspective: 'raw'})
})

afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const planFile = () => join(folder, 'plan.json')
const migrate = (...args: string[]) =>
  run('migrate', [...args, '--runs', join(folder, 'runs')], {
    LAKE_URL: lake.server.url,
    SANITY_AUTH_TOKEN: lake.server.token,
  })

/** Every document as an author knows it: without what each write changes. */
const content = () =>
  client
    .fetch<Record<string, unknown>[]>('*[!(_id in path("_.**"))] | order(_id)')
    .then((documents) =>
      documents.map((document) =>
        Object.fromEntries(Object.entries(document).filter(([name]) => !/^_(rev|updatedAt)$/.test(name))),
      ),
    )

async function applied(schema: string): Promise<string> {
  expect(await migrate('plan', '--schema', schema, '--out', planFile())).toMatchObject({code: 0})
  const apply = await migrate('apply', planFile(), '--json')
  expect(apply).toMatchObject({code: 0})
  return JSON.parse(apply.stdout).runId
}

const summaryOf = async (schema: string) =>
  JSON.parse((await migrate('plan', '--schema', schema, '--json')).stdout).summary

const words = (value: string) => [
  {_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value},
]

describe('a renamed field', () => {
  beforeEach(async () => {
    await client.delete({query: '*[!(_id in path("_.**"))]'})
    await client
      .transaction()
      .create({_id: 'project-a', _type: 'project', title: words('Thee'), budget: 1200})
      .create({_id: 'drafts.project-a', _type: 'project', title: words('Thee!'), budget: 1300})
      .create({
        _id: 'versions.rMay.project-b',
        _type: 'project',
        budget: 90,
        budgetCurrency: 'USD',
      })
      .create({_id: 'project-c', _type: 'project', amount: {_type: 'money', amount: 7, currency: 'EUR'}})
      .commit()
  })

  test('moves in published documents, drafts and versions alike; a second plan is empty', async () => {
    const plan = await migrate('plan', '--schema', 'rename-budget')
    expect(plan.stdout).toContain('schema migration rename-budget')
    expect(plan.stdout).toMatch(/budget\s+- 1200/)
    await applied('rename-budget')
    expect(
      await client.fetch('*[_type == "project"] | order(_id){_id, budget, budgetCurrency, amount}'),
    ).toEqual(
      [
        ['drafts.project-a', 1300, 'EUR'],
        ['project-a', 1200, 'EUR'],
        ['project-c', 7, 'EUR'],
        ['versions.rMay.project-b', 90, 'USD'],
      ].map(([_id, amount, currency]) => ({
        _id,
        budget: null,
        budgetCurrency: null,
        amount: {_type: 'money', amount, currency},
      })),
    )
    expect(await summaryOf('rename-budget')).toMatchObject({patch: 0, create: 0, delete: 0})
  })

  test('is taken back, but not where someone went on', async () => {
    const before = await content()
    const runId = await applied('rename-budget')
    await client
      .patch('project-a')
      .set({title: words('Theeplukkers')})
      .commit()
    const rollback = JSON.parse((await migrate('rollback', runId, '--json')).stdout)
    expect(rollback.kept).toEqual([{id: 'project-a', reason: 'It was edited since.'}])
    const after = await content()
    expect(after.filter(({_id}) => _id !== 'project-a')).toEqual(
      before.filter(({_id}) => _id !== 'project-a'),
    )
    expect(after.find(({_id}) => _id === 'project-a')).toMatchObject({amount: {amount: 1200}})
  })

  test('is refused for a document that was edited since the plan, and done for the others', async () => {
    await migrate('plan', '--schema', 'rename-budget', '--out', planFile())
    await client.patch('project-a').set({budget: 5}).commit()
    const apply = await migrate('apply', planFile(), '--json')
    expect(apply.code).toBe(1)
    expect(JSON.parse(apply.stdout)).toMatchObject({
      refused: [{id: 'project-a', reason: 'It was edited since the plan: plan again.'}],
      written: ['drafts.project-a', 'versions.rMay.project-b'],
    })
    expect(await client.getDocument('project-a')).toMatchObject({budget: 5})
  })
})

describe('a type that is split', () => {
  beforeEach(async () => {
    await client.delete({query: '*[!(_id in path("_.**"))]'})
    const to = (_ref: string) => ({_type: 'reference', _ref})
    await client
      .transaction()
      .create({_id: 'newsItem-study', _type: 'newsItem', kind: 'publication', publishedOn: '2020-03-01'})
      .create({_id: 'drafts.newsItem-study', _type: 'newsItem', kind: 'publication', title: words('Studie')})
      .create({
        _id: 'newsItem-visit',
        _type: 'newsItem',
        kind: 'news',
        about: [{_key: 'a', ...to('newsItem-study')}],
      })
      .commit()
  })

  test('leads what refers to it to the new document, and the old one goes', async () => {
    await applied('split-publications')
    expect(
      await client.fetch(
        '*[!(_id in path("_.**"))] | order(_id){_id, _type, "day": publishedOn.value, "about": about[]._ref}',
      ),
    ).toEqual([
      {_id: 'drafts.publication-study', _type: 'publication', day: null, about: null},
      {_id: 'newsItem-visit', _type: 'newsItem', day: null, about: ['publication-study']},
      {_id: 'publication-study', _type: 'publication', day: '2020-03-01', about: null},
    ])
    expect(await summaryOf('split-publications')).toMatchObject({patch: 0, create: 0, delete: 0})
  })

  test('is taken back whole', async () => {
    const before = await content()
    const runId = await applied('split-publications')
    expect(JSON.parse((await migrate('rollback', runId, '--json')).stdout).kept).toEqual([])
    expect(await content()).toEqual(before)
  })
})

test.each([
  [['plan', '--schema', 'nope'], 'rename-budget'],
  [['plan', '--schema', 'rename-budget', 'file.html'], 'takes no files'],
])('%j is wrong usage and says why', async (args, message) => {
  const {code, stderr} = await migrate(...args)
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})
