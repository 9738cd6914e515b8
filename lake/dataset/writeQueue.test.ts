import {expect, test} from 'vitest'
import type {Transaction} from '../model/transaction.ts'
import {type Commit, WriteQueue} from './writeQueue.ts'

const transaction = (id: string): Transaction => ({
  seq: 1,
  id,
  timestamp: '2026-01-01T00:00:00.000Z',
  author: 'anna',
  mutations: [],
  actions: [],
  changes: [],
})

const writing = (id: string) => () => ({
  result: id,
  written: {transaction: transaction(id), receipt: {fingerprint: '', results: []}},
})

/** A queue whose steps are written down, and of which some fail. */
function recordedQueue(failing: Partial<Commit> = {}): {queue: WriteQueue; steps: string[]} {
  const steps: string[] = []
  const queue = new WriteQueue({
    begin: () => void steps.push('begin'),
    append: ({id}) => void steps.push(`append ${id}`),
    takeOver: ({id}) => void steps.push(`take over ${id}`),
    commit: () => void steps.push('commit'),
    rollback: (transactions) => void steps.push(`rollback ${transactions.map(({id}) => id).join(' ')}`),
    announce: ({id}) => void steps.push(`announce ${id}`),
    ...failing,
  })
  return {queue, steps}
}

/** An error as SQLite raises it. */
const sqliteError = (errcode: number): Error => Object.assign(new Error('from SQLite'), {errcode})

test('requests that wait share one commit, and are answered and announced after it', async () => {
  const {queue, steps} = recordedQueue()
  const answered = (id: string) => queue.add(writing(id)).then(() => steps.push(`answer ${id}`))
  await Promise.all([answered('a'), answered('b')])
  expect(steps).toEqual([
    'begin',
    'append a',
    'take over a',
    'append b',
    'take over b',
    'commit',
    'announce a',
    'announce b',
    'answer a',
    'answer b',
  ])
})

test('a refused request leaves its neighbours alone', async () => {
  const {queue, steps} = recordedQueue()
  const refused = queue.add(() => {
    throw new Error('refused')
  })
  const outcomes = await Promise.allSettled([queue.add(writing('a')), refused, queue.add(writing('b'))])
  expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(steps).toContain('commit')
})

test.each([
  ['a full disk', sqliteError(13), 507],
  ['a disk that fails', sqliteError(0x10a), 503],
])('after %s nothing is kept, announced or acknowledged', async (_name, error, status) => {
  const {queue, steps} = recordedQueue({
    commit() {
      throw error
    },
  })
  const outcomes = await Promise.allSettled([queue.add(writing('a')), queue.add(writing('b'))])
  const refused = {status: 'rejected', reason: expect.objectContaining({status})}
  expect(outcomes).toEqual([refused, refused])
  expect(steps.slice(-1)).toEqual(['rollback a b'])
})

test('a fault of ours is not passed off as the storage’s', async () => {
  const fault = sqliteError(19)
  const {queue} = recordedQueue({
    append() {
      throw fault
    },
  })
  await expect(queue.add(writing('a'))).rejects.toBe(fault)
})

test('what was appended when the storage failed is not taken back from memory, where it never was', async () => {
  const {queue, steps} = recordedQueue({
    append({id}) {
      if (id === 'b') throw sqliteError(13)
    },
  })
  await Promise.allSettled([queue.add(writing('a')), queue.add(writing('b'))])
  expect(steps).toEqual(['begin', 'take over a', 'rollback a'])
})

test('the queue goes on after a failure', async () => {
  let broken = true
  const {queue, steps} = recordedQueue({
    begin() {
      if (broken) throw sqliteError(10)
    },
  })
  await expect(queue.add(writing('a'))).rejects.toMatchObject({status: 503})
  broken = false
  await expect(queue.add(writing('b'))).resolves.toBe('b')
  expect(steps).toContain('announce b')
})
