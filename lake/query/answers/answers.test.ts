/** Answers are given again while nothing that they read has changed. */
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../model/document.ts'
import {createQueryEngine} from '../engine.ts'
import type {DocumentChange, QueryRequest} from '../types.ts'
import {Isolation} from '../worker/isolation.ts'
import {AnswerCache} from './answerCache.ts'
import {Answers} from './answers.ts'
import {withTime} from './writtenAnswer.ts'

const NAME = {projectId: 'p', dataset: 'd'}

function document(id: string, attributes: object = {}): StoredDocument {
  const at = '2026-01-01T00:00:00Z'
  return {_id: id, _type: 'place', _rev: 'r', _createdAt: at, _updatedAt: at, ...attributes}
}

/** Answers over a few documents, and how often the engine was asked for one. */
function answersOver(...documents: StoredDocument[]) {
  const stored = new Map(documents.map((each) => [each._id, each]))
  const engine = createQueryEngine(stored.values(), NAME)
  let asked = 0
  const counting = {
    ...engine,
    query: (request: QueryRequest) => {
      asked++
      return engine.query(request)
    },
  }
  const answers = new Answers(counting, new Isolation(counting, stored, NAME))
  return {
    asked: () => asked,
    ask: async (query: string, request: Partial<QueryRequest> = {}): Promise<unknown> => {
      const text = await answers.query({query, params: {}, perspective: 'raw', ...request})
      return (JSON.parse(text) as {result: unknown}).result
    },
    change: (after: StoredDocument): void => {
      const changes: DocumentChange[] = [
        {documentId: after._id, before: stored.get(after._id) ?? null, after},
      ]
      stored.set(after._id, after)
      engine.apply(changes)
      answers.apply(changes)
    },
  }
}

test('the same request is evaluated once, until what it read changes', async () => {
  const {ask, asked, change} = answersOver(document('ghent', {name: 'Gent'}))
  const query = '*[_id == "ghent"][0].name'
  expect([await ask(query), await ask(query), asked()]).toEqual(['Gent', 'Gent', 1])
  change(document('ghent', {name: 'Ghent'}))
  expect([await ask(query), asked()]).toEqual(['Ghent', 2])
})

test('requests that may see something else have answers of their own', async () => {
  const {ask} = answersOver(document('a'), document('drafts.a'), document('drafts.b'))
  const query = '*._id'
  expect(await ask(query)).toEqual(['a', 'drafts.a', 'drafts.b'])
  expect(await ask(query, {publicOnly: true})).toEqual(['a'])
  expect(await ask(query, {perspective: 'published'})).toEqual(['a'])
  expect(await ask(query, {perspective: 'drafts'})).toEqual(['a', 'b'])
  const byId = 'count(*[_id == $id])'
  expect([await ask(byId, {params: {id: 'a'}}), await ask(byId, {params: {id: 'z'}})]).toEqual([1, 0])
})

test('identity() and now() are what they are for each request', async () => {
  const {ask} = answersOver()
  expect(await ask('identity()', {identity: 'one'})).toBe('one')
  expect(await ask('identity()', {identity: 'two'})).toBe('two')
  expect(await ask('now()', {now: new Date(0)})).toBe('1970-01-01T00:00:00.000Z')
  expect(await ask('now()', {now: new Date(1000)})).toBe('1970-01-01T00:00:01.000Z')
})

test('an answer is not kept when what it read changed while it was evaluated', async () => {
  const cache = new AnswerCache()
  const evaluate = (...meanwhile: string[]) => {
    return cache.keep('key', async () => {
      await Promise.resolve()
      cache.drop(meanwhile)
      return {text: 'old', syncTags: ['s1:read'], ms: 1}
    })
  }
  await evaluate('s1:other', 's1:read')
  expect(cache.get('key')).toBeUndefined()
  await evaluate('s1:other')
  expect(cache.get('key')).toBe(withTime('old', 0))
})

test('an answer is given while nothing with its tags changes, and after very many changes no more', async () => {
  const cache = new AnswerCache()
  await cache.keep('key', () => Promise.resolve({text: 'one', syncTags: ['s1:read'], ms: 1}))
  for (let n = 0; n < 19_999; n++) cache.drop([`s1:${n}`])
  expect(cache.get('key')).toBe(withTime('one', 0))
  cache.drop(['s1:19999', 's1:20000'])
  expect(cache.get('key')).toBeUndefined()
  await cache.keep('key', () => Promise.resolve({text: 'two', syncTags: ['s1:read'], ms: 1}))
  expect(cache.get('key')).toBe(withTime('two', 0))
  cache.drop(['s1:read'])
  expect(cache.get('key')).toBeUndefined()
})

test('the answers that were not used for longest go first, and huge ones are not kept', async () => {
  const cache = new AnswerCache(19_000)
  const keep = (key: string, length: number) =>
    cache.keep(key, () => Promise.resolve({text: 'x'.repeat(length), syncTags: [key], ms: 1}))
  for (let n = 0; n < 8; n++) {
    await keep(`k${n}`, 900)
    cache.get('k0')
  }
  await keep('k8', 900)
  expect(cache.get('k1')).toBeUndefined()
  expect(cache.get('k0')).toBeDefined()
  await keep('huge', 5000)
  expect(cache.get('huge')).toBeUndefined()
})
