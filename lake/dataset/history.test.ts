import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {describe, expect, test} from 'vitest'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import type {Transaction} from '../model/transaction.ts'
import type {Dataset} from './index.ts'
import {endOfLog, findPosition, missedSince} from '../stream/position.ts'
import {openLake} from './openLake.ts'
import {temporaryFolder, temporaryLake} from './lake.fixture.ts'

const ANNA = 'anna'

const ids = (transactions: Transaction[]): string[] => transactions.map(({id}) => id)

const mutate = (dataset: Dataset, transactionId: string, ...mutations: JsonObject[]) =>
  dataset.mutate({mutations, transactionId}, ANNA)

/** A document that was created, changed, deleted and created again, at one second each. */
async function storied() {
  let second = 0
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++))
  const {dataset, reopen} = temporaryLake({now})
  await mutate(dataset, 't1', {create: {_id: 'a', _type: 'page', title: 'One'}})
  await mutate(dataset, 't2', {patch: {id: 'a', set: {title: 'Two', text: 'é€👍'}}})
  await mutate(dataset, 't3', {create: {_id: 'b', _type: 'page'}})
  await mutate(dataset, 't4', {delete: {id: 'a'}})
  await mutate(dataset, 't5', {create: {_id: 'a', _type: 'page', title: 'Five'}})
  return {dataset, reopen}
}

describe('documentAt', () => {
  test.each([
    ['t1', 'One', 't1'],
    ['t2', 'Two', 't2'],
    ['t3', 'Two', 't2'],
    ['t4', undefined, undefined],
    ['t5', 'Five', 't5'],
    ['none', undefined, undefined],
  ])('gives the document as revision %s left it', async (revision, title, rev) => {
    const {dataset} = await storied()
    const document = dataset.documentAt('a', {revision})
    expect([document?.title, document?._rev]).toEqual([title, rev])
  })

  test.each([
    ['2025-12-31T23:59:59Z', undefined],
    ['2026-01-01T00:00:01Z', 'One'],
    ['2026-01-01T00:00:02.5Z', 'Two'],
    ['2026-01-01T01:00:03+01:00', 'Two'],
    ['2030-01-01T00:00:00Z', 'Five'],
  ])('gives the document as it was at %s', async (time, title) => {
    const {dataset} = await storied()
    expect(dataset.documentAt('a', {time})?.title).toBe(title)
  })

  test('gives the last state of a document that is gone', async () => {
    const {dataset} = await storied()
    await mutate(dataset, 't6', {delete: {id: 'a'}})
    expect(dataset.documentAt('a', {lastRevision: true})).toMatchObject({title: 'Five', _rev: 't5'})
    expect(dataset.documentAt('none', {lastRevision: true})).toBeUndefined()
  })
})

describe('transactions', () => {
  test.each([
    [{}, ['t1', 't2', 't3', 't4', 't5']],
    [{documentIds: ['a']}, ['t1', 't2', 't4', 't5']],
    [{reverse: true, limit: 2}, ['t5', 't4']],
    [{fromTransaction: 't2', toTransaction: 't4'}, ['t2', 't3', 't4']],
    [{fromTransaction: 'none'}, []],
    [{afterSeq: 3}, ['t4', 't5']],
    [{authors: ['nobody']}, []],
    [{toTime: '2026-01-01T01:00:02+01:00'}, ['t1', 't2']],
  ])('selects by %j', async (selection, expected) => {
    const {dataset} = await storied()
    expect(ids(dataset.transactions(selection))).toEqual(expected)
  })

  test('tell the same when they are read from the log as when they happened', async () => {
    let told: Transaction[] = []
    const {dataset, reopen} = temporaryLake()
    dataset.subscribe((transaction) => told.push(transaction))
    await mutate(dataset, 't1', {create: {_id: 'a', _type: 'x'}}, {create: {_id: 'b', _type: 'x', n: 1}})
    await mutate(dataset, 't2', {patch: {id: 'b', inc: {n: 1}}}, {patch: {id: 'a', set: {n: 1}}})
    await mutate(dataset, 't3', {delete: {id: 'a'}}, {patch: {id: 'b', set: {to: {_ref: 'b'}}}})
    const plain = (transactions: Transaction[]) =>
      transactions.map((transaction) => ({
        ...transaction,
        changes: transaction.changes.map(({documentId, before, after, effects, mutations}) => ({
          documentId,
          before,
          after,
          effects,
          mutations,
        })),
      }))
    told = plain(told)
    expect(plain((await reopen()).transactions({}))).toEqual(told)
  })

  test('keep their order when the clock is set back', async () => {
    const hours = [5, 4, 6]
    const {dataset} = temporaryLake({now: () => new Date(Date.UTC(2026, 0, 1, hours.shift() ?? 7))})
    await mutate(dataset, 't1', {create: {_id: 'a', _type: 'x'}})
    await mutate(dataset, 't2', {patch: {id: 'a', set: {n: 1}}})
    const times = dataset.transactions({}).map(({timestamp}) => timestamp)
    expect(times).toEqual(times.toSorted())
    expect(ids(dataset.transactions({}))).toEqual(['t1', 't2'])
  })
})

describe('purge', () => {
  /** A draft that was edited and published, beside another document in the same transactions. */
  async function secretive() {
    const folder = temporaryFolder()
    const lake = openLake(folder)
    const dataset = lake.createDataset('project', 'production')
    const act = (...actions: JsonObject[]) => dataset.act({actions}, ANNA)
    await act({
      actionType: 'sanity.action.document.create',
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 'page', title: 'Walrus one'},
    })
    await act({
      actionType: 'sanity.action.document.edit',
      publishedId: 'a',
      draftId: 'drafts.a',
      patch: {set: {title: 'Walrus two'}},
    })
    await act({actionType: 'sanity.action.document.publish', publishedId: 'a', draftId: 'drafts.a'})
    await act({
      actionType: 'sanity.action.document.edit',
      publishedId: 'a',
      draftId: 'drafts.a',
      patch: {set: {title: 'Walrus three'}},
    })
    await mutate(
      dataset,
      'both',
      {patch: {id: 'a', set: {title: 'Walrus four'}}},
      {create: {_id: 'b', _type: 'page'}},
    )
    await mutate(dataset, 'more', {patch: {id: 'b', set: {title: 'stays'}}})
    return {lake, dataset, act, folder}
  }

  const textIn = (folder: string): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')

  test.each(['mutation', 'action'])(
    'of a document by a %s leaves nothing of it but that it was deleted',
    async (form) => {
      const {lake, dataset, act, folder} = await secretive()
      if (form === 'mutation') {
        await mutate(dataset, 'gone', {delete: {query: '*[_id match "*a"]', purge: true}})
      } else {
        const all = {publishedId: 'a', includeDrafts: ['drafts.a'], purge: true}
        await act({actionType: 'sanity.action.document.delete', ...all})
      }
      expect(dataset.documentAt('a', {revision: 'both'})).toBeUndefined()
      expect(dataset.documentAt('a', {lastRevision: true})).toBeUndefined()
      expect(dataset.documentAt('b', {revision: 'both'})).toMatchObject({_rev: 'both'})
      expect(dataset.deletedDocuments({before: Infinity, limit: 10})).toEqual([])
      expect(dataset.transactions({documentIds: ['a']})).toHaveLength(1)
      expect(dataset.transactions({fromTransaction: 'both'})[0]).toMatchObject({
        mutations: [{patch: {id: 'a'}}, {create: {_id: 'b'}}],
        changes: [{documentId: 'b', before: null, after: {_rev: 'both'}}],
      })
      expect(JSON.stringify(dataset.transactions({}))).not.toContain('Walrus')
      expect(textIn(folder)).not.toContain('Walrus')
      await lake.close()
      expect(textIn(folder)).not.toContain('Walrus')
    },
  )

  const DELETION = {actionType: 'sanity.action.document.delete', publishedId: 'a', purge: true}
  const CREATION = {
    actionType: 'sanity.action.document.create',
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'page', title: 'Walrus one'},
  }
  const PUBLICATION = {actionType: 'sanity.action.document.publish', publishedId: 'a', draftId: 'drafts.a'}
  const OTHER = {create: {_id: 'b', _type: 'page'}}

  /** What transactions leave, when one of them purges `a`. */
  async function leftBy(...requests: ((dataset: Dataset) => Promise<unknown>)[]) {
    const folder = temporaryFolder()
    const lake = openLake(folder)
    const dataset = lake.createDataset('project', 'production')
    for (const request of requests) await request(dataset)
    const log = dataset.transactions({}).map((transaction) => ({
      ...transaction,
      changes: transaction.changes.map(({documentId, before, after, purged}) => ({
        documentId,
        before,
        after,
        purged,
      })),
    }))
    const current = dataset.documents.get('a')
    await lake.close()
    return {log, current, text: textIn(folder)}
  }
  const acts =
    (...actions: JsonObject[]) =>
    (dataset: Dataset) =>
      dataset.act({actions}, ANNA)
  const mutates =
    (...mutations: JsonObject[]) =>
    (dataset: Dataset) =>
      dataset.mutate({mutations}, ANNA)
  const WALRUS = {create: {_id: 'a', _type: 'page', title: 'Walrus'}}
  const PURGE = {delete: {id: 'a', purge: true}}

  test.each([
    ['a draft that was published', [acts(CREATION), acts(PUBLICATION), acts(DELETION)]],
    ['a document that is gone', [mutates(WALRUS), mutates({delete: {id: 'a'}}), mutates(PURGE)]],
    [
      'a draft that is gone',
      [acts(CREATION), acts(PUBLICATION), mutates({delete: {id: 'a'}}), acts(DELETION)],
    ],
    ['what was made in the same transaction', [mutates(WALRUS, PURGE, OTHER)]],
    ['what was made and deleted in one transaction before', [mutates(WALRUS, {delete: {id: 'a'}}, OTHER)]],
    [
      'what was made by actions of one transaction',
      [acts(CREATION, PUBLICATION, DELETION, {...CREATION, publishedId: 'b', attributes: {_type: 'page'}})],
    ],
    ['what is deleted twice', [mutates(WALRUS), mutates({delete: {id: 'a'}}, PURGE)]],
  ])('takes along %s', async (_, requests) => {
    const {text, log} = await leftBy(...requests)
    expect(JSON.stringify(log)).not.toContain('Walrus')
    expect(text).not.toContain('Walrus')
    expect(log).toHaveLength(requests.length)
  })

  test('leaves a document that is made anew in the same transaction, with nothing of the old one', async () => {
    const anew = {create: {_id: 'a', _type: 'page', title: 'Otter'}}
    const secret = {patch: {id: 'a', set: {title: 'Walrus two'}}}
    const {text, log, current} = await leftBy(mutates(WALRUS), mutates(secret, PURGE, anew))
    expect(current).toMatchObject({title: 'Otter'})
    expect(text).not.toContain('Walrus')
    expect(log.at(-1)).toMatchObject({
      mutations: [{patch: {id: 'a'}}, PURGE, anew],
      changes: [{documentId: 'a', purged: true, before: null, after: {title: 'Otter'}}],
    })
  })

  test('of a draft leaves what was published, and a reader that missed it starts anew', async () => {
    const {lake, dataset, act} = await secretive()
    const position = findPosition(dataset, endOfLog(dataset)) ?? {seq: 0}
    await act({actionType: 'sanity.action.document.version.discard', versionId: 'drafts.a', purge: true})
    expect(dataset.documentAt('drafts.a', {lastRevision: true})).toBeUndefined()
    expect(dataset.documents.get('a')).toMatchObject({title: 'Walrus four'})
    expect(dataset.documentAt('a', {time: '2100-01-01T00:00:00Z'})).toMatchObject({title: 'Walrus four'})
    expect(missedSince(dataset, position)).toBeUndefined()
    await lake.close()
  })
})

test('every state of a document can be rebuilt, whatever happened to it, forwards and backwards', async () => {
  const value = fc.oneof(fc.string({unit: 'grapheme'}), fc.integer(), fc.array(fc.string(), {maxLength: 3}))
  const step: fc.Arbitrary<(id: string) => JsonObject> = fc.oneof(
    value.map((title) => (id: string) => ({createOrReplace: {_id: id, _type: 'page', title}})),
    value.map((title) => (id: string) => ({patch: {id, set: {title}}})),
    value.map((item) => (id: string) => ({
      patch: {id, setIfMissing: {list: []}, insert: {after: 'list[-1]', items: [item]}},
    })),
    fc.constant((id: string) => ({delete: {id}})),
  )
  const {dataset} = temporaryLake()
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async (steps) => {
      const id = `document${++run}`
      const states = new Map<string, StoredDocument | undefined>()
      for (const [index, mutationOf] of steps.entries()) {
        const transactionId = `${id}-${index}`
        await mutate(dataset, transactionId, mutationOf(id)).then(
          ({results}) =>
            results[0]?.operation !== 'none' && states.set(transactionId, dataset.documents.get(id)),
          () => undefined,
        )
      }
      const transactions = dataset.transactions({documentIds: [id]})
      expect(ids(transactions)).toEqual([...states.keys()])
      let replayed: unknown = null
      for (const {id: revision, changes} of transactions) {
        expect(dataset.documentAt(id, {revision})).toEqual(states.get(revision))
        replayed = applyPatch(replayed, changes[0]?.effects.apply ?? [])
      }
      const {_rev, ...current} = dataset.documents.get(id) ?? {}
      expect(replayed ?? {}).toEqual(current)
    }),
    {numRuns: 25},
  )
})
