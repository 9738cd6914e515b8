import {describe, expect, test} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import {PAGE, mutate, mutationError, refusal} from './mutations.fixture.ts'
import {viewOf} from './view.fixture.ts'

describe('references', () => {
  const referring = {_id: 'ref', _type: 'a', to: {_ref: 'page', _type: 'reference'}}

  test('must lead to a document once the transaction is done', () => {
    expect(refusal([{create: {...referring, to: [{deep: {_ref: 'none'}}]}}])).toEqual({
      status: 409,
      body: mutationError(0, {type: 'documentReferenceDoesNotExistError', id: 'ref', referenceID: 'none'}),
    })
    const later = [{create: {...referring, to: {_ref: 'later'}}}, {create: {_id: 'later', _type: 'a'}}]
    expect(mutate(later).changes).toHaveLength(2)
  })

  test.each<JsonObject>([
    {_ref: 'none', _weak: true},
    {_ref: 'none', _dataset: 'other'},
    {_ref: 'none', _projectId: 'other'},
  ])('may dangle as %j', (to) => {
    expect(mutate([{create: {...referring, to}}]).changes).toHaveLength(1)
  })

  test('protect their target from deletion', () => {
    expect(refusal([{delete: {id: 'page'}}], viewOf(PAGE, referring))).toEqual({
      status: 409,
      body: mutationError(0, {
        type: 'documentHasExistingReferencesError',
        description: 'Document "page" cannot be deleted as there are references to it from "ref"',
        id: 'page',
        referencingIDs: ['ref'],
      }),
    })
  })

  test.each<JsonObject>([
    {delete: {id: 'ref'}},
    {patch: {id: 'ref', unset: ['to']}},
    {patch: {id: 'ref', set: {'to._weak': true}}},
  ])('release it with %j in the same transaction', (release) => {
    const {changes} = mutate([{delete: {id: 'page'}}, release], viewOf(PAGE, referring))
    expect(changes.map(({documentId}) => documentId)).toEqual(['page', 'ref'])
  })
})
