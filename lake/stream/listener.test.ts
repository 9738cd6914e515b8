import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../model/document.ts'
import type {Change, Transaction} from '../model/transaction.ts'
import {listenerEvents, type ListenerOptions} from './listener.ts'

const document = (id: string, title: string, rev = 'r1'): StoredDocument => ({
  _id: id,
  _type: 'project',
  _rev: rev,
  _createdAt: '2026-01-01T00:00:00.000Z',
  _updatedAt: '2026-01-01T00:00:00.000Z',
  title,
})

const change = (id: string, before: string | null, after: string | null): Change => ({
  documentId: id,
  before: before === null ? null : document(id, before),
  after: after === null ? null : document(id, after, 't2'),
  effects: {apply: [0, after], revert: [0, before]},
  mutations: [{patch: {id, set: {title: after}}}, {delete: {id: `drafts.${id}`}}, {patch: {query: '*'}}],
})

const transaction = (...changes: Change[]): Transaction => ({
  seq: 2,
  id: 't2',
  timestamp: '2026-01-02T00:00:00.000Z',
  author: 'anna',
  mutations: [],
  actions: [],
  changes,
})

const everything: ListenerOptions = {
  matches: () => true,
  sees: () => true,
  mayNameOthers: true,
  includeResult: false,
  includePreviousRevision: false,
  includeMutations: false,
  includeEffects: false,
  visibility: 'transaction',
}
const titled = (title: string): ListenerOptions => ({
  ...everything,
  matches: (candidate) => candidate.title === title,
})

describe('the transition is relative to the filter', () => {
  test.each([
    [null, 'x', 'appear'],
    ['y', 'x', 'appear'],
    ['x', 'x', 'update'],
    ['x', 'y', 'disappear'],
    ['x', null, 'disappear'],
  ])('%s → %s is %s', (before, after, transition) => {
    expect(listenerEvents(transaction(change('p', before, after)), titled('x'))).toMatchObject([
      {name: 'mutation', id: 't2#p', data: {transition, documentId: 'p'}},
    ])
  })

  test.each([
    ['y', 'z'],
    [null, 'y'],
    ['y', null],
  ])('%s → %s is no event', (before, after) => {
    expect(listenerEvents(transaction(change('p', before, after)), titled('x'))).toEqual([])
  })
})

test('only the events that this listener receives are counted', () => {
  const sees = (id: string) => !id.startsWith('drafts.')
  const events = listenerEvents(
    transaction(change('a', null, 'x'), change('drafts.a', 'x', null), change('b', null, 'x')),
    {...everything, sees},
  )
  expect(events.map(({data}) => data)).toMatchObject([
    {documentId: 'a', transactionTotalEvents: 2, transactionCurrentEvent: 0},
    {documentId: 'b', transactionTotalEvents: 2, transactionCurrentEvent: 1},
  ])
})

test('a reader that has part of a transaction gets the rest of it', () => {
  const all = transaction(change('a', null, 'x'), change('b', null, 'x'), change('c', null, 'x'))
  expect(listenerEvents(all, everything, 'a').map(({id}) => id)).toEqual(['t2#b', 't2#c'])
  expect(listenerEvents(all, everything, 'c')).toEqual([])
})

test('revisions chain, and are absent where there was no document', () => {
  const [created, updated, deleted] = listenerEvents(
    transaction(change('a', null, 'x'), change('b', 'x', 'y'), change('c', 'x', null)),
    everything,
  ).map(({data}) => data)
  expect(created).not.toHaveProperty('previousRev')
  expect(created).toMatchObject({resultRev: 't2'})
  expect(updated).toMatchObject({previousRev: 'r1', resultRev: 't2'})
  expect(deleted).toMatchObject({previousRev: 'r1', resultRev: 't2'})
})

test('the payload holds what was asked for and no more', () => {
  const one = transaction(change('a', 'x', 'y'))
  const [bare] = listenerEvents(one, everything)
  expect(Object.keys(bare?.data as object)).not.toEqual(
    expect.arrayContaining(['result', 'previous', 'mutations', 'effects']),
  )
  const [full] = listenerEvents(one, {
    ...everything,
    includeResult: true,
    includePreviousRevision: true,
    includeMutations: true,
    includeEffects: true,
    visibility: 'query',
  })
  expect(full?.data).toMatchObject({
    result: {title: 'y'},
    previous: {title: 'x'},
    mutations: [{patch: {id: 'a'}}, {delete: {id: 'drafts.a'}}, {patch: {query: '*'}}],
    effects: {apply: [0, 'y'], revert: [0, 'x']},
    visibility: 'query',
  })
})

test('mutations that name other documents stay out of what an anonymous listener gets', () => {
  const [event] = listenerEvents(transaction(change('a', 'x', 'y')), {
    ...everything,
    includeMutations: true,
    mayNameOthers: false,
  })
  expect(event?.data).toMatchObject({mutations: [{patch: {id: 'a', set: {title: 'y'}}}]})
})
