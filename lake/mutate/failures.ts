import type {JsonObject} from '../model/document.ts'
import {type ErrorItem, type LakeError, dataError} from '../model/errors.ts'

/** Why one mutation or action cannot be done, with the type name and fields of the hosted service. */
export class ItemFailure extends Error {
  readonly status: number
  readonly error: ErrorItem['error']

  constructor(status: number, type: string, description: string, extra: JsonObject = {}) {
    super(description)
    this.name = 'ItemFailure'
    this.status = status
    this.error = {...extra, type, description}
  }
}

export const malformed = (description: string): ItemFailure =>
  new ItemFailure(400, 'validationError', description)

export const malformedId = (id: string): ItemFailure => malformed(`Malformed document ID: "${id}"`)

export const alreadyExists = (id: string): ItemFailure =>
  new ItemFailure(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`, {id})

export const notFound = (id: string): ItemFailure =>
  new ItemFailure(404, 'documentNotFoundError', `The document with the ID "${id}" was not found`, {id})

export const immutableAttribute = (id: string, attribute: string): ItemFailure =>
  new ItemFailure(
    409,
    'cannotModifyImmutableAttributeError',
    `Cannot modify immutable attribute "${attribute}"`,
    {id, attribute},
  )

export const revisionMismatch = (id: string, current: string | undefined, expected: string): ItemFailure =>
  new ItemFailure(
    409,
    'documentRevisionIDDoesNotMatchError',
    `Document "${id}" has unexpected revision ID ("${current ?? ''}"), expected "${expected}"`,
    {id, currentRevisionID: current ?? null, expectedRevisionID: expected},
  )

export const danglingReference = (id: string, missing: string): ItemFailure =>
  new ItemFailure(
    409,
    'documentReferenceDoesNotExistError',
    `Document "${id}" references non-existent document "${missing}"`,
    {id, referenceID: missing},
  )

export const stillReferenced = (id: string, referencing: readonly string[]): ItemFailure =>
  new ItemFailure(
    409,
    'documentHasExistingReferencesError',
    `Document "${id}" cannot be deleted as there are references to it from "${referencing[0] ?? ''}"`,
    {id, referencingIDs: [...referencing]},
  )

const SUMMARY = {mutationError: 'The mutation(s) failed', actionError: 'The action(s) failed'} as const

/** The answer to a request of which item `index` failed. */
export function requestError(
  type: keyof typeof SUMMARY,
  {status, message, error}: ItemFailure,
  index: number,
): LakeError {
  return dataError(status, type, `${SUMMARY[type]}: ${message}`, {items: [{error, index}]})
}
