import {isJsonObject, type JsonObject, type StoredDocument} from '../model/document.ts'
import {bundleOf, isSystemId, isVersionId, publishedIdOf} from '../model/ids.ts'
import type {WriteContext} from './view.ts'

/** A document on its way into a transaction: it has its id and type, the rest is stamped at the end. */
export type DocumentContent = JsonObject & {_id: string; _type: string}

/**
 * The stored form of a document that a transaction wrote: revision, times and `_system` are the lake's
 * to say, except that a creation time given once is kept.
 */
export function stamped(
  content: DocumentContent,
  {transactionId, timestamp}: Pick<WriteContext, 'transactionId' | 'timestamp'>,
): StoredDocument {
  const {_id, _type, _createdAt, _updatedAt, _rev, _system, ...attributes} = content
  const system = systemOf(_id, isMarkedForDeletion(content))
  return {
    _id,
    _type,
    _createdAt: typeof _createdAt === 'string' ? _createdAt : timestamp,
    _updatedAt: timestamp,
    _rev: transactionId,
    ...(system === undefined ? {} : {_system: system}),
    ...attributes,
  }
}

/** Whether a version stands for "unpublish this" in its release. */
export const isMarkedForDeletion = ({_system}: JsonObject): boolean =>
  isJsonObject(_system) && _system.delete === true

/** The part of `_system` that says where a document belongs, which its id decides. */
function systemOf(id: string, markedForDeletion: boolean): JsonObject | undefined {
  if (isSystemId(id)) return undefined
  const system: JsonObject = {group: {_ref: publishedIdOf(id), _type: 'reference', _weak: true}}
  const bundleId = bundleOf(id)
  if (bundleId !== undefined) system.bundleId = bundleId
  if (bundleId !== undefined && isVersionId(id)) {
    system.release = {_ref: `_.releases.${bundleId}`, _weak: true}
    system.scopeId = bundleId
  }
  if (markedForDeletion) system.delete = true
  return system
}
