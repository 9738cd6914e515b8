/** Costly queries run apart: bounded in time and memory, while others are served as ever. */
import {execFileSync, fork} from 'node:child_process'
import {once} from 'node:events'
import {setImmediate as nextTurn} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterEach, expect, test, vi} from 'vitest'
import {Answers, Isolation, createQueryEngine} from '../../lake/query/index.ts'
import {Replica} from '../../lake/query/worker/replica.ts'
import type {StoredDocument} from '../../lake/model/document.ts'

const NAME = {projectId: 'local', dataset: 'production'}
const COSTLY = 'count(*[count(*[n + ^.n == $sum]) > 0])'
const ENDLESS = 'count(*[count(*[count(*[n + ^.n + ^.^.n == -1]) > 0]) > 0])'
/** Quick to find, but an answer of 60,000 values. */
const LONG = '*[n < 20]{"all": *[_type == "thing"].n}'
const GREEDY = '*{"a": *{"b": ^.n + n}}'

const documents = new Map<string, StoredDocument>()
for (let n = 0; n < 3000; n++) documents.set(`d${n}`, document(n))

let isolation: Isolation
afterEach(() => isolation.close())

function document(n: number): StoredDocument {
  const at = '2026-01-01T00:00:00Z'
  return {_id: `d${n}`, _type: 'thing', _rev: 'r', _createdAt: at, _updatedAt: at, n}
}

function start(deadline: number, memory = 256, stored = documents) {
  const engine = createQueryEngine(stored.values(), NAME)
  isolation = new Isolation(engine, stored, NAME, {deadline, memory})
  return async (query: string, params = {}): Promise<unknown> => {
    const {text} = await isolation.query({query, params, perspective: 'raw'})
    return (JSON.parse(`{${text}`) as {result: unknown}).result
  }
}

test('a costly query is answered from a replica, which sees what was written before it', async () => {
  const ask = start(60_000)
  expect(await ask(COSTLY, {sum: 10})).toBe(11)
  const added = {...document(0), _id: 'added'}
  const changes = [{documentId: 'added', before: null, after: added}]
  isolation.apply(changes)
  expect(await ask(COSTLY, {sum: 10})).toBe(12)
  isolation.apply([{documentId: 'added', before: added, after: null}])
  expect(await ask(COSTLY, {sum: 10})).toBe(11)
})

test('an answer from the replica is given again, until what it read changes', async () => {
  const engine = createQueryEngine(documents.values(), NAME)
  isolation = new Isolation(engine, documents, NAME, {deadline: 60_000, memory: 256})
  const query = vi.spyOn(isolation, 'query')
  const answers = new Answers(engine, isolation)
  const ask = async (): Promise<unknown> => {
    const text = await answers.query({query: COSTLY, params: {sum: 10}, perspective: 'raw'})
    return (JSON.parse(text) as {result: unknown}).result
  }
  expect([await ask(), await ask()]).toEqual([11, 11])
  expect(query).toHaveBeenCalledTimes(1)
  const changes = [{documentId: 'added', before: null, after: {...document(0), _id: 'added'}}]
  engine.apply(changes)
  answers.apply(changes)
  expect(await ask()).toBe(12)
  expect(query).toHaveBeenCalledTimes(2)
})

test('a query past its deadline is stopped, and others are answered meanwhile and afterwards', async () => {
  const ask = start(1_500)
  const late = ask(ENDLESS).then(
    () => 'answered',
    (error: unknown) => error,
  )
  expect(await Promise.race([ask('*[_id == "d7"][0].n'), late])).toBe(7)
  expect(await late).toMatchObject({status: 408, message: expect.stringContaining('1500 ms')})
  expect(await ask('*[_id == "d7"][0].n')).toBe(7)
})

/** Texts in which every document has words of its own, so that an index of them takes a while to make. */
const texts = new Map<string, StoredDocument>()
for (let n = 0; n < 20_000; n++) {
  const words = Array.from({length: 30}, (_, at) => `w${(n * (at + 7)) % 5003}`).join(' ')
  texts.set(`d${n}`, {...document(n), text: words})
}
const SEARCH = 'count(*[text match "w42"])'

test('while an index is made for a query, others are answered, and nothing is copied', async () => {
  const copied = vi.spyOn(Replica.prototype, 'query')
  const ask = start(60_000, 256, texts)
  const searched = ask(SEARCH).then((found) => ({found}))
  let others = 0
  let answer: {found: unknown} | undefined
  while (answer === undefined) {
    expect(await ask('*[_id == $id][0].n', {id: `d${others}`})).toBe(others++)
    answer = await Promise.race([searched, nextTurn(undefined)])
  }
  expect(answer).toEqual({found: having42(texts)})
  expect(others).toBeGreaterThan(10)
  expect(copied).not.toHaveBeenCalled()
  copied.mockRestore()
})

test('a query that needs another list each time is answered from a replica before long', async () => {
  const copied = vi.spyOn(Replica.prototype, 'query')
  const ask = start(60_000, 256, texts)
  const parts = (by: string) => `length(string::split(lower(text + text + text), ${by}))`
  const query = `count(*[${parts('" "')} > 1 && ${parts('$part')} > 1])`
  for (let i = 0; i < 6; i++) {
    const having = [...texts.values()].filter(({text}) => JSON.stringify(text).includes(`w4${i}`))
    expect(await ask(query, {part: `w4${i}`})).toBe(having.length)
  }
  expect(copied).toHaveBeenCalled()
  copied.mockRestore()
})

test('a query that can wait no longer for an index says so, and a later one finds it made', async () => {
  const ask = start(1, 256, texts)
  await expect(ask(SEARCH)).rejects.toMatchObject({
    status: 408,
    message: expect.stringContaining('still being made: ask again'),
  })
  await expect.poll(() => ask(SEARCH).catch(() => undefined), {timeout: 60_000}).toBe(having42(texts))
})

const having42 = (stored: ReadonlyMap<string, StoredDocument>): number =>
  [...stored.values()].filter(({text}) => typeof text === 'string' && ` ${text} `.includes(' w42 ')).length

test('a query past its memory ends its process alone, and the next has a new one', async () => {
  const ask = start(60_000, 128)
  await expect(ask(GREEDY)).rejects.toMatchObject({status: 400, message: expect.stringContaining('128 MB')})
  expect(await ask('count(*[_type == "thing"])')).toBe(3000)
  expect(await ask(COSTLY, {sum: 10})).toBe(11)
})

test('many datasets have few replicas: the one that was asked least recently makes room', async () => {
  const close = vi.spyOn(Replica.prototype, 'close')
  const all = Array.from({length: 5}, () => {
    start(60_000)
    return isolation
  })
  const request = {query: LONG, params: {}, perspective: 'raw'} as const
  for (const each of all) await each.query(request)
  expect(close).toHaveBeenCalledTimes(1)
  await all[0]?.query(request)
  expect(close).toHaveBeenCalledTimes(2)
  for (const each of all) each.close()
  expect(close).toHaveBeenCalledTimes(6)
  close.mockRestore()
})

test('a query whose value can exist nowhere is refused', async () => {
  const ask = start(60_000)
  const doubled = '|{"a": a + a}'.replace('|', '').repeat(40)
  await expect(ask(`{"a": "xxxxxxxx"}${doubled}`)).rejects.toMatchObject({status: 400})
})

test('a busy replica ends with the process that was killed', async () => {
  const owner = fork(fileURLToPath(new URL('replicaOwner.ts', import.meta.url)), {execArgv: []})
  await once(owner, 'message')
  const replicas = processes().filter(({parent}) => parent === owner.pid)
  expect(replicas).toHaveLength(1)
  owner.kill('SIGKILL')
  const left = () => processes().filter(({pid, state}) => pid === replicas[0]?.pid && !state.startsWith('Z'))
  await expect.poll(left, {interval: 200}).toEqual([])
})

function processes(): {pid: number; parent: number; state: string}[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], {encoding: 'utf8'}).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state = ''] = line.trim().split(/\s+/)
    return {pid: Number(pid), parent: Number(parent), state}
  })
}
