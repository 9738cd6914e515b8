import {expect} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {type MutationOutcome, applyMutations} from './applyMutations.ts'
import {contextOf, viewOf} from './view.fixture.ts'

/** A document that is there already. */
export const PAGE = {_id: 'page', _type: 'page', title: 'Old', count: 1}

/** Applies mutations to the view. */
export function mutate(mutations: JsonObject[], view = viewOf(PAGE), context = contextOf()): MutationOutcome {
  return applyMutations(view, mutations, context)
}

/** What the request left of a document. */
export const after = ({changes}: MutationOutcome, id: string) =>
  changes.find(({documentId}) => documentId === id)?.after

/** How a request is refused. */
export function refusal(mutations: JsonObject[], view = viewOf(PAGE)): {status: number; body: JsonObject} {
  try {
    mutate(mutations, view)
  } catch (error) {
    if (error instanceof LakeError) return {status: error.status, body: error.body}
    throw error
  }
  throw new Error('The request was not refused')
}

/** The service's form of an error: one failed item of a mutation request. */
export const mutationError = (index: number, error: JsonObject) => ({
  error: {
    type: 'mutationError',
    description: expect.stringContaining('The mutation(s) failed: '),
    items: [{index, error: expect.objectContaining(error)}],
  },
})
