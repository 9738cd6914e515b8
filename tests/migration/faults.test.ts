/**
 * What a migration survives: kills, an editor in between, a service in trouble. Each through the real command
 * against a real lake. Every single place to kill it is tried by `npm run test:faults:migration`.
 */
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {faultyProxy, type Fate} from './faultyProxy.ts'
import {killedAt, type Content, type Moment, type Site, siteUnderFire} from './siteUnderFire.ts'

let site: Site
/** What an apply that nothing disturbs leaves behind. */
let whole: Content[]

beforeAll(async () => {
  site = await siteUnderFire()
  const copy = await site.copy()
  try {
    const apply = await copy.migrate(['apply', site.plan])
    if (apply.code !== 0) throw new Error(apply.stderr)
    whole = await copy.content()
  } finally {
    await copy.close()
  }
})
afterAll(() => site?.remove())

describe('apply, killed', () => {
  test.each<[string, RegExp, number, Moment, boolean]>([
    ['when a photo was uploaded and nothing else', /assets/, 1, 'after', false],
    ['between two transactions, in the middle of a line of the journal', /mutate/, 2, 'before', true],
  ])('%s: goes on and ends in the same dataset', async (_name, pattern, nth, moment, torn) => {
    const copy = await site.copy()
    try {
      expect(await killedAt(copy, ['apply', site.plan], {pattern, nth, moment})).toBeDefined()
      if (torn) await copy.tearJournal()
      expect((await copy.migrate(['status'])).stdout).toContain('cut short')
      const apply = await copy.migrate(['apply', site.plan, '--json'])
      expect(apply).toMatchObject({code: 0})
      expect(JSON.parse(apply.stdout)).toMatchObject({refused: [], conflicts: []})
      expect(await copy.content()).toEqual(whole)
    } finally {
      await copy.close()
    }
  })
})

test('killed, gone on with, planned again, edited, and taken back though that was killed too', async () => {
  const copy = await site.copy()
  try {
    await copy.client.patch('drafts.project-known-2').set({scope: 'national'}).commit()
    const transaction = {pattern: /mutate/, nth: 1, moment: 'after'} as const
    expect(await killedAt(copy, ['apply', site.plan], transaction)).toBeDefined()
    const apply = await copy.migrate(['apply', site.plan, '--json'])
    const {runId, refused} = JSON.parse(apply.stdout)
    expect(apply.code).toBe(1)
    expect(refused).toEqual([{id: 'project-known-2', reason: 'It was edited since the plan: plan again.'}])
    const again = JSON.parse((await copy.migrate(['plan', site.input, '--json'])).stdout)
    expect(again.summary).toMatchObject({create: 0, patch: 1, conflict: 0})

    await copy.client.patch('drafts.project-known-3').set({scope: 'national'}).commit()
    const edited = ['drafts.project-known-2', 'drafts.project-known-3']
    expect(await killedAt(copy, ['rollback', runId], {...transaction, nth: 40})).toBeDefined()
    const rollback = await copy.migrate(['rollback', runId, '--json'])
    const {kept} = JSON.parse(rollback.stdout)
    expect(kept).toEqual([
      {id: 'drafts.project-known-3', reason: 'It was edited since.'},
      // What the edited one refers to.
      {
        id: expect.stringMatching(/^drafts\.place-/),
        reason: 'These documents refer to it: drafts.project-known-3.',
      },
    ])
    const left = new Set<unknown>([...edited, kept[1].id])
    const untouched = (documents: Content[]) => documents.filter(({_id}) => !left.has(_id))
    expect(untouched(await copy.content())).toEqual(untouched(site.before))
    expect(
      await copy.client.fetch('*[_id in $edited] | order(_id){scope, "amount": amount.amount}', {edited}),
    ).toEqual([
      {scope: 'national', amount: null},
      {scope: 'national', amount: 200_003.5},
    ])
  } finally {
    await copy.close()
  }
})

test('a service that is overloaded, stumbles and loses answers: all is written, and once', async () => {
  const copy = await site.copy()
  const storm: Record<string, Fate[]> = {
    mutate: ['lose answer', {status: 429, retryAfter: 0}, 'lose request', {status: 500}],
    assets: [{status: 429}, 'lose answer', {status: 503}],
    doc: [{status: 500}, 'pass', {status: 503}, 'lose answer', {status: 504}],
    query: [{status: 500}, 'lose request', {status: 429}],
  }
  const proxy = await faultyProxy(copy.lake.url, ({path}) => {
    const kind = Object.keys(storm).find((name) => path.includes(`/${name}`)) ?? ''
    return storm[kind]?.shift() ?? 'pass'
  })
  try {
    const apply = await copy.migrate(['apply', site.plan, '--json'], proxy)
    expect({code: apply.code, stderr: apply.stderr}).toMatchObject({code: 0})
    expect(JSON.parse(apply.stdout)).toMatchObject({refused: []})
    expect(await copy.content()).toEqual(whole)
    expect(Object.values(storm).flat()).toEqual([])
  } finally {
    await proxy.close()
    await copy.close()
  }
})
