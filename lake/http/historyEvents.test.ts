import {describe, expect, test} from 'vitest'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import type {Change, Transaction} from '../model/transaction.ts'
import {documentEvents, releaseEvents} from './historyEvents.ts'

const document = (id: string, rev: string): StoredDocument => ({
  _id: id,
  _type: 'project',
  _rev: rev,
  _createdAt: '2026-01-01T00:00:00.000Z',
  _updatedAt: '2026-01-01T00:00:00.000Z',
})

const touched = (id: string, before: boolean, after: boolean): Change => ({
  documentId: id,
  before: before ? document(id, 'edit') : null,
  after: after ? document(id, 'tx') : null,
  effects: {apply: [], revert: []},
  mutations: [],
})
const created = (id: string) => touched(id, false, true)
const updated = (id: string) => touched(id, true, true)
const deleted = (id: string) => touched(id, true, false)

const transaction = (changes: Change[], actions: JsonObject[] = []): Transaction => ({
  seq: 1,
  id: 'tx',
  timestamp: '2026-01-02T00:00:00.000Z',
  author: 'anna',
  mutations: [],
  actions,
  changes,
})

describe('of a draft', () => {
  test.each<[string, Change[], string[]]>([
    ['its creation', [created('drafts.p')], ['createDocumentVersion']],
    ['an edit is none', [updated('drafts.p')], []],
    ['its removal', [deleted('drafts.p')], ['deleteDocumentVersion']],
    ['its first publication', [deleted('drafts.p'), created('p')], ['publishDocumentVersion']],
    ['its publication again', [deleted('drafts.p'), updated('p')], ['publishDocumentVersion']],
    ['unpublishing', [created('drafts.p'), deleted('p')], ['createDocumentVersion', 'unpublishDocument']],
    ['deletion of both', [deleted('drafts.p'), deleted('p')], ['deleteDocumentGroup']],
    ['a document written as published', [created('p')], ['createLiveDocument']],
    ['an edit of the published document', [updated('p')], ['updateLiveDocument']],
    ['another document', [created('q')], []],
  ])('%s', (_name, changes, types) => {
    expect(documentEvents(transaction(changes), 'drafts.p').map(({type}) => type)).toEqual(types)
  })

  test('publication names the last edit, by which the Studio finds what was published', () => {
    expect(documentEvents(transaction([deleted('drafts.p'), updated('p')]), 'drafts.p')).toEqual([
      {
        type: 'publishDocumentVersion',
        timestamp: '2026-01-02T00:00:00.000Z',
        author: 'anna',
        documentId: 'p',
        revisionId: 'tx',
        versionId: 'drafts.p',
        versionRevisionId: 'edit',
        publishCause: 'document.publish',
      },
    ])
  })
})

test('of a published document: its publication from whichever version', () => {
  const publish = {actionType: 'sanity.action.release.publish', releaseId: 'r1'}
  const events = documentEvents(transaction([deleted('versions.r1.p'), updated('p')], [publish]), 'p')
  expect(events).toMatchObject([
    {
      type: 'publishDocumentVersion',
      versionId: 'versions.r1.p',
      releaseId: 'r1',
      publishCause: 'release.publish',
    },
  ])
})

test('of a release: its own steps and the documents that come and go', () => {
  const act = (actionType: string) => [{actionType, releaseId: 'r1'}]
  const types = (value: Transaction) => releaseEvents(value, 'r1').map(({type}) => type)
  expect(types(transaction([], act('sanity.action.release.create')))).toEqual(['createRelease'])
  expect(types(transaction([created('versions.r1.p')]))).toEqual(['addDocumentToRelease'])
  expect(types(transaction([deleted('versions.r1.p')]))).toEqual(['discardDocumentFromRelease'])
  const publish = act('sanity.action.release.publish')
  expect(types(transaction([deleted('versions.r1.p'), created('p')], publish))).toEqual(['publishRelease'])
  expect(types(transaction([created('versions.r2.p')]))).toEqual([])
})
