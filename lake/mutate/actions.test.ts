import {describe, expect, test} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {applyActions} from './applyActions.ts'
import {contextOf, viewOf} from './view.fixture.ts'
import type {DocumentView} from './view.ts'

const PUBLISHED = {_id: 'p', _type: 'page', title: 'Published', _createdAt: '2020-01-01T00:00:00Z'}
const DRAFT = {_id: 'drafts.p', _type: 'page', title: 'Draft', _createdAt: '2021-01-01T00:00:00Z'}
const ids = {publishedId: 'p', draftId: 'drafts.p'}

const act = (view: DocumentView, ...actions: [name: string, fields: JsonObject][]) =>
  applyActions(
    view,
    actions.map(([name, fields]) => ({actionType: `sanity.action.document.${name}`, ...fields})),
    contextOf(),
  )

/** What a request did: for each document its title afterwards, or null when it is gone. */
const titles = (...request: Parameters<typeof act>) =>
  Object.fromEntries(act(...request).changes.map(({documentId, after}) => [documentId, after && after.title]))

function refusal(...request: Parameters<typeof act>): JsonObject & {status: number} {
  try {
    act(...request)
  } catch (error) {
    if (error instanceof LakeError) return {status: error.status, ...error.body}
    throw error
  }
  throw new Error('The request was not refused')
}

const actionError = (status: number, type: string, index = 0) => ({
  status,
  error: {type: 'actionError', items: [{index, error: {type}}]},
})

describe('create', () => {
  test('makes a draft, once or if there is none', () => {
    const fields = {publishedId: 'p', attributes: {_id: 'drafts.p', _type: 'page', title: 'New'}}
    expect(titles(viewOf(), ['create', fields])).toEqual({'drafts.p': 'New'})
    expect(refusal(viewOf(DRAFT), ['create', fields])).toMatchObject(
      actionError(409, 'documentAlreadyExistsError'),
    )
    expect(titles(viewOf(DRAFT), ['create', {...fields, ifExists: 'ignore'}])).toEqual({})
  })

  test('keeps to the document that it names', () => {
    const fields = {publishedId: 'p', attributes: {_id: 'drafts.other', _type: 'page'}}
    expect(refusal(viewOf(), ['create', fields]).status).toBe(400)
  })
})

describe('edit', () => {
  const patch = {set: {title: 'Edited'}}

  test('patches the draft', () => {
    expect(titles(viewOf(PUBLISHED, DRAFT), ['edit', {...ids, patch}])).toEqual({'drafts.p': 'Edited'})
  })

  test('begins a draft as a copy of what is published, also when the patch does nothing', () => {
    const nothing = {unset: ['_empty_action_guard_pseudo_field_']}
    expect(titles(viewOf(PUBLISHED), ['edit', {...ids, patch: nothing}])).toEqual({'drafts.p': 'Published'})
    const [change] = act(viewOf(PUBLISHED), ['edit', {...ids, patch}]).changes
    expect(change).toMatchObject({before: null, mutations: [{create: {}}, {patch: {id: 'drafts.p'}}]})
  })

  test('needs something to edit', () => {
    expect(refusal(viewOf(), ['edit', {...ids, patch}])).toMatchObject(
      actionError(404, 'documentNotFoundError'),
    )
  })
})

describe('publish', () => {
  test('puts the draft in the place of the published document', () => {
    const {changes} = act(viewOf(PUBLISHED, DRAFT), ['publish', ids])
    expect(changes).toMatchObject([
      {documentId: 'p', after: {title: 'Draft', _createdAt: PUBLISHED._createdAt, _rev: 'tx'}},
      {documentId: 'drafts.p', after: null},
    ])
    expect(changes[0]?.after?._system).not.toHaveProperty('bundleId')
  })

  test('makes provisional references strong, and refuses while their target is not published', () => {
    const to = (extra: JsonObject) => ({_ref: 't', _type: 'reference', _weak: true, ...extra})
    const draft = {
      ...DRAFT,
      strong: to({_strengthenOnPublish: {type: 'page'}}),
      weak: to({_strengthenOnPublish: {type: 'page', weak: true}}),
      plain: to({}),
    }
    expect(act(viewOf(draft, {_id: 't', _type: 'page'}), ['publish', ids]).changes[0]?.after).toMatchObject({
      strong: {_ref: 't', _type: 'reference'},
      weak: {_ref: 't', _type: 'reference', _weak: true},
      plain: {_ref: 't', _type: 'reference', _weak: true},
    })
    expect(refusal(viewOf(draft), ['publish', ids])).toMatchObject(
      actionError(409, 'documentReferenceDoesNotExistError'),
    )
  })

  test.each<JsonObject>([{ifDraftRevisionId: 'older'}, {ifPublishedRevisionId: 'older'}])(
    'refuses when %j is not the revision',
    (revision) => {
      expect(refusal(viewOf(PUBLISHED, DRAFT), ['publish', {...ids, ...revision}])).toMatchObject(
        actionError(409, 'documentRevisionIDDoesNotMatchError'),
      )
    },
  )
})

describe('unpublish', () => {
  test('turns the published document into a draft, unless there is one', () => {
    expect(titles(viewOf(PUBLISHED), ['unpublish', ids])).toEqual({'drafts.p': 'Published', p: null})
    expect(titles(viewOf(PUBLISHED, DRAFT), ['unpublish', ids])).toEqual({p: null})
  })

  test('refuses while others refer to it', () => {
    const view = viewOf(PUBLISHED, {_id: 'r', _type: 'r', to: {_ref: 'p'}})
    expect(refusal(view, ['unpublish', ids])).toMatchObject(
      actionError(409, 'documentHasExistingReferencesError'),
    )
  })
})

describe('delete', () => {
  const version = {...DRAFT, _id: 'versions.r1.p'}

  test('removes the document with the drafts that are named', () => {
    const includeDrafts = ['drafts.p', 'versions.r1.p']
    expect(titles(viewOf(PUBLISHED, DRAFT, version), ['delete', {publishedId: 'p', includeDrafts}])).toEqual({
      'drafts.p': null,
      'versions.r1.p': null,
      p: null,
    })
  })

  test('refuses when there is one that the sender does not know of', () => {
    const fields = {publishedId: 'p', includeDrafts: ['drafts.p']}
    expect(refusal(viewOf(PUBLISHED, DRAFT, version), ['delete', fields]).status).toBe(409)
  })
})

describe('discard and replaceDraft', () => {
  test('remove the draft, by its old and its new name', () => {
    expect(titles(viewOf(PUBLISHED, DRAFT), ['discard', {draftId: 'drafts.p'}])).toEqual({'drafts.p': null})
    expect(titles(viewOf(DRAFT), ['version.discard', {versionId: 'drafts.p'}])).toEqual({'drafts.p': null})
  })

  test('put an earlier state in the place of the draft', () => {
    const attributes = {...PUBLISHED, title: 'Restored'}
    expect(titles(viewOf(PUBLISHED, DRAFT), ['replaceDraft', {publishedId: 'p', attributes}])).toEqual({
      'drafts.p': 'Restored',
    })
  })
})

describe('versions', () => {
  const versionId = 'versions.r1.p'

  test('are created from a document or as a copy, and replaced', () => {
    const document = {_id: versionId, _type: 'page', title: 'Version'}
    expect(titles(viewOf(), ['version.create', {publishedId: 'p', document}])).toEqual({
      [versionId]: 'Version',
    })
    const copy = {publishedId: 'p', baseId: 'drafts.p', versionId}
    expect(titles(viewOf(DRAFT), ['version.create', copy])).toEqual({[versionId]: 'Draft'})
    expect(titles(viewOf({...DRAFT, _id: versionId}), ['version.replace', {document}])).toEqual({
      [versionId]: 'Version',
    })
    expect(refusal(viewOf(DRAFT), ['version.create', {...copy, ifBaseRevisionId: 'older'}]).status).toBe(409)
  })

  test('can stand for the removal of their document, until they are replaced', () => {
    const {changes} = act(viewOf(PUBLISHED), ['version.unpublish', {publishedId: 'p', versionId}])
    expect(changes).toMatchObject([{documentId: versionId, after: {_system: {delete: true}}}])

    const marked = viewOf({...PUBLISHED, _id: versionId, _system: {delete: true}})
    const edited = act(marked, ['edit', {publishedId: 'p', versionId, patch: {set: {title: 'x'}}}])
    expect(edited.changes).toMatchObject([{after: {_system: {delete: true}}}])
    const replaced = act(marked, ['version.replace', {document: {_id: versionId, _type: 'page'}}])
    expect(replaced.changes[0]?.after?._system).not.toHaveProperty('delete')
  })
})

test('actions of one request stand or fall together', () => {
  expect(
    refusal(viewOf(DRAFT), ['edit', {...ids, patch: {set: {a: 1}}}], ['discard', {draftId: 'drafts.none'}]),
  ).toMatchObject(actionError(404, 'documentNotFoundError', 1))
})

test.each(['rename', 'constructor', '__proto__'])('an action named %j is refused', (name) => {
  expect(refusal(viewOf(), [name, {}]).status).toBe(400)
})
