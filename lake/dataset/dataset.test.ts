import {describe, expect, test} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import type {Transaction} from '../model/transaction.ts'
import type {Dataset} from './index.ts'
import {temporaryLake} from './lake.fixture.ts'

const ANNA = 'anna'

const create = (id: string, attributes: JsonObject = {}): JsonObject => ({
  create: {_id: id, _type: 'page', ...attributes},
})

const mutate = (dataset: Dataset, ...mutations: JsonObject[]) => dataset.mutate({mutations}, ANNA)

function recordOf(dataset: Dataset): Transaction[] {
  const seen: Transaction[] = []
  dataset.subscribe((transaction) => seen.push(transaction))
  return seen
}

describe('a transaction', () => {
  test('happens as a whole or not at all', async () => {
    const {dataset, reopen} = temporaryLake()
    const seen = recordOf(dataset)
    await expect(mutate(dataset, create('a'), create('b', {to: {_ref: 'none'}}))).rejects.toThrow('"none"')
    expect([dataset.documents.size, dataset.lastSeq, seen.length]).toEqual([0, 0, 0])
    expect((await reopen()).documents.size).toBe(0)
  })

  test('that is refused does not hurt those that wait with it', async () => {
    const {dataset} = temporaryLake()
    const outcomes = await Promise.allSettled([
      mutate(dataset, create('a')),
      mutate(dataset, create('a')),
      mutate(dataset, create('b'), {patch: {id: 'a', set: {seen: true}}}),
    ])
    expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(dataset.documents.get('a')?.seen).toBe(true)
  })

  test('is announced, in the log’s order, once it can be queried', async () => {
    const {dataset} = temporaryLake()
    const counts: unknown[] = []
    dataset.subscribe(({seq}) => {
      const {result} = dataset.engine.query({query: 'count(*)', params: {}, perspective: 'raw'})
      counts.push([seq, result])
    })
    await mutate(dataset, create('a'))
    await mutate(dataset, create('b'))
    expect(counts).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  test('reaches the other readers when one of them fails', async () => {
    const {dataset} = temporaryLake()
    const warned = new Promise((resolve) => process.once('warning', resolve))
    dataset.subscribe(() => {
      throw new Error('A reader that fails')
    })
    const seen = recordOf(dataset)
    await mutate(dataset, create('a'))
    expect(seen).toHaveLength(1)
    await expect(warned).resolves.toMatchObject({message: 'A reader that fails'})
  })

  test('is not written by a dry run, which answers as if it were', async () => {
    const {dataset} = temporaryLake()
    const request = {mutations: [create('a')], dryRun: true, returnDocuments: true}
    expect((await dataset.mutate(request, ANNA)).results).toMatchObject([
      {id: 'a', operation: 'create', document: {_id: 'a'}},
    ])
    expect(dataset.documents.size).toBe(0)
    await expect(dataset.mutate({...request, mutations: [{delete: {}}]}, ANNA)).rejects.toMatchObject({
      status: 400,
    })
  })

  test('selects documents by query, with what it did before, and leaves queries as they were', async () => {
    const {dataset} = temporaryLake()
    await mutate(dataset, create('a', {n: 1}), create('b', {n: 2}))
    const {results} = await mutate(
      dataset,
      create('c', {n: 3}),
      {patch: {query: '*[n > $least]', params: {least: 1}, inc: {n: 10}}},
      {delete: {query: '*[n > 12]'}},
    )
    expect(results.map(({id, operation}) => `${operation} ${id}`)).toEqual([
      'create c',
      'update b',
      'update c',
      'delete c',
    ])
    const {result} = dataset.engine.query({query: '*{_id, n}', params: {}, perspective: 'raw'})
    expect(result).toEqual([
      {_id: 'a', n: 1},
      {_id: 'b', n: 12},
    ])
    await expect(mutate(dataset, create('d'), {delete: {query: '*['}})).rejects.toMatchObject({
      status: 400,
    })
    expect(dataset.documents.has('d')).toBe(false)
    expect(dataset.engine.query({query: 'count(*)', params: {}, perspective: 'raw'}).result).toBe(2)
  })
})

describe('a transaction id chosen by the client', () => {
  const request = {
    transactionId: 'mine',
    returnDocuments: true,
    mutations: [create('a', {n: 1}), {patch: {id: 'a', inc: {n: 1}}}],
  }

  test('is applied once, however often it is sent, and answers the same', async () => {
    const {dataset, reopen} = temporaryLake()
    const seen = recordOf(dataset)
    const [first, second] = await Promise.all([dataset.mutate(request, ANNA), dataset.mutate(request, ANNA)])
    await mutate(dataset, {patch: {id: 'a', inc: {n: 10}}})
    const third = await (await reopen()).mutate(request, ANNA)
    expect(first).toMatchObject({transactionId: 'mine', results: [{document: {n: 2, _rev: 'mine'}}, {}]})
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(seen.map(({id}) => id)).toEqual(['mine', expect.any(String)])
  })

  test('is refused for another request', async () => {
    const {dataset} = temporaryLake()
    await dataset.mutate(request, ANNA)
    const other = dataset.mutate({...request, mutations: [create('b')]}, ANNA)
    await expect(other).rejects.toMatchObject({status: 409})
    expect(dataset.documents.has('b')).toBe(false)
  })

  test('can be used again after it was refused', async () => {
    const {dataset} = temporaryLake()
    const patch = {transactionId: 'mine', mutations: [{patch: {id: 'a', set: {n: 1}}}]}
    await expect(dataset.mutate(patch, ANNA)).rejects.toMatchObject({status: 404})
    await mutate(dataset, create('a'))
    await dataset.mutate(patch, ANNA)
    expect(dataset.documents.get('a')?.n).toBe(1)
  })

  test('works for actions as well', async () => {
    const {dataset} = temporaryLake()
    const publish = {actionType: 'sanity.action.document.publish', publishedId: 'a', draftId: 'drafts.a'}
    await mutate(dataset, create('drafts.a'))
    const answers = [
      await dataset.act({actions: [publish], transactionId: 'mine'}, ANNA),
      await dataset.act({actions: [publish], transactionId: 'mine'}, ANNA),
    ]
    expect(answers).toEqual([{transactionId: 'mine'}, {transactionId: 'mine'}])
  })
})

describe('50 clients that race', () => {
  const clients = Array.from({length: 50}, (_item, index) => `client${index}`)

  test('lose no update with ifRevisionID: the count is the number of successes', async () => {
    const {dataset} = temporaryLake()
    await mutate(dataset, create('counter', {n: 0}))
    const attempt = async (author: string): Promise<number> => {
      const {_rev: ifRevisionID, n} = dataset.documents.get('counter') ?? {_rev: '', n: 0}
      const set = {n: Number(n) + 1}
      const request = {mutations: [{patch: {id: 'counter', ifRevisionID, set}}]}
      return dataset.mutate(request, author).then(
        () => 200,
        (error: {status: number}) => error.status,
      )
    }
    const statuses: number[] = []
    for (let round = 0; round < 5; round++) statuses.push(...(await Promise.all(clients.map(attempt))))
    const successes = statuses.filter((status) => status === 200).length
    expect(statuses.filter((status) => status === 409)).toHaveLength(250 - successes)
    expect(successes).toBe(5)
    expect(dataset.documents.get('counter')?.n).toBe(successes)
  })

  test('add up exactly with inc, and append each item once', async () => {
    const {dataset, reopen} = temporaryLake()
    await mutate(dataset, create('counter', {n: 0, list: []}))
    const patch = (author: string) => ({
      patch: {id: 'counter', inc: {n: 1}, insert: {after: 'list[-1]', items: [author]}},
    })
    await Promise.all(clients.map((author) => dataset.mutate({mutations: [patch(author)]}, author)))
    const counter = (await reopen()).documents.get('counter')
    expect(counter?.n).toBe(50)
    expect([...new Set(counter?.list as string[])]).toHaveLength(50)
    expect(counter?.list).toHaveLength(50)
  })
})

describe('a dataset that is opened again', () => {
  test('has the same documents, references and variants', async () => {
    const {dataset, reopen} = temporaryLake()
    await mutate(dataset, create('a', {text: 'é👍'}), create('drafts.a', {to: {_ref: 'a'}}))
    const before = [...dataset.documents.values()]
    const reopened = await reopen()
    expect([...reopened.documents.values()]).toEqual(before)
    expect(reopened.variantsOf('a')).toEqual(['drafts.a'])
    expect(reopened.lastSeq).toBe(1)
    await expect(mutate(reopened, {delete: {id: 'a'}})).rejects.toMatchObject({status: 409})
  })

  test('refuses what is sent to it after it was closed', async () => {
    const {lake, dataset} = temporaryLake()
    lake.deleteDataset('project', 'production')
    await expect(mutate(dataset, create('a'))).rejects.toMatchObject({status: 404})
    expect(lake.dataset('project', 'production')).toBeUndefined()
    lake.createDataset('project', 'production')
    expect(lake.dataset('project', 'production')?.lastSeq).toBe(0)
  })
})
