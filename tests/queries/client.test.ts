/** The client that frontends use, against a real lake over HTTP. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, expectTypeOf, test} from 'vitest'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {answerSchemas} from '../../queries/answerSchemas.ts'
import {createFundClient, type Answer, type FundClient} from '../../queries/index.ts'
import {euros, project, round, to, words} from './documents.ts'

let folder: string
let lake: LakeServer
let fund: FundClient
let editor: FundClient

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  lake = await startLake({port: 0, dataDir: folder})
  fund = createFundClient({url: lake.url})
  editor = createFundClient({url: lake.url, token: lake.token, perspective: 'drafts'})
  await editor.client.create(round('r', {contribution: euros(900_000)}))
})

afterAll(async () => {
  await lake.close()
  await rm(folder, {recursive: true, force: true})
})

/** The answers that a question gets in the course of time, one after the other. */
function answersOf(client: FundClient) {
  const waiting: ((answer: Answer<'rounds'>) => void)[] = []
  const arrived: Answer<'rounds'>[] = []
  const stop = client.watch(
    'rounds',
    {language: 'nl'},
    (answer) => {
      const next = waiting.shift()
      if (next) next(answer)
      else arrived.push(answer)
    },
    (error) => {
      throw error
    },
  )
  const next = () => {
    const answer = arrived.shift()
    return answer ?? new Promise<Answer<'rounds'>>((resolve) => waiting.push(resolve))
  }
  return {next, stop, count: () => arrived.length}
}

describe('createFundClient', () => {
  test('answers with the types that TypeGen reads from the schema', async () => {
    const rounds = await fund.ask('rounds', {language: 'nl'})
    expectTypeOf(rounds[0]?.contribution?.amount).toEqualTypeOf<number | undefined>()
    expect(rounds).toMatchObject([{_id: 'r', contribution: {amount: 900_000}}])
  })

  test('checks answers where that is asked, and says which field is wrong', async () => {
    const checking = createFundClient({url: lake.url, dataset: 'bent', answers: answerSchemas})
    lake.lake.createDataset('local', 'bent')
    const {client} = createFundClient({url: lake.url, dataset: 'bent', token: lake.token, perspective: 'raw'})
    await client.create(round('bent', {contribution: {amount: '900.000', currency: 'EUR'}}))
    await expect(checking.ask('rounds', {language: 'nl'})).rejects.toMatchObject({
      issues: [expect.objectContaining({path: [0, 'contribution', 'amount']})],
    })
  })

  test.each([
    ['a language that there is not', {language: 'fr'}],
    ['a year that is none', {language: 'nl', year: '20'}],
    ['a slice from below zero', {language: 'nl', from: -1}],
  ])('refuses %s before it asks', async (_, params) => {
    await expect(fund.ask('projects', params as {language: 'nl'})).rejects.toThrow(/Invalid|Too small/)
  })

  test('tells which sync tags an answer depends on', async () => {
    const {tags} = await fund.askLive('rounds', {language: 'nl'})
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.every((tag) => tag.startsWith('s1:'))).toBe(true)
  })

  test('shows drafts only to those who may see them and ask for them', async () => {
    await editor.client.create(round('drafts.secret', {title: words({nl: 'Geheim'})}))
    expect(await fund.ask('rounds', {language: 'nl'})).toHaveLength(1)
    expect(await editor.ask('rounds', {language: 'nl'})).toHaveLength(2)
    expect(await editor.withPerspective('published').ask('rounds', {language: 'nl'})).toHaveLength(1)
    await expect(fund.withPerspective('drafts').ask('rounds', {language: 'nl'})).resolves.toHaveLength(1)
  })

  test('hands on a new answer when what is published changes, and none when it does not', async () => {
    const answers = answersOf(fund)
    expect(await answers.next()).toMatchObject([{allocated: 0}])

    await editor.client.create(project('drafts.tea', {round: to('r'), amount: euros(275_442)}))
    const before = performance.now()
    await editor.client.create(project('tea', {round: to('r'), amount: euros(275_442)}))
    expect(await answers.next()).toMatchObject([{allocated: 275_442, projects: [{_id: 'tea'}]}])
    expect(performance.now() - before).toBeLessThan(1000)
    expect(answers.count()).toBe(0)
    answers.stop()
  })

  test('asks the hosted service for a project, its CDN when no token is given', () => {
    const hosted = createFundClient({projectId: 'abc123'})
    expect(hosted.client.config()).toMatchObject({projectId: 'abc123', dataset: 'production', useCdn: true})
    expect(hosted.client.getUrl('/data/query/production')).toBe(
      'https://abc123.api.sanity.io/v2025-02-19/data/query/production',
    )
    expect(createFundClient({projectId: 'abc123', token: 'x'}).client.config().useCdn).toBe(false)
  })
})
