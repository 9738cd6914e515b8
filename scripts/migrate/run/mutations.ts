import type {Document, JsonObject, StoredDocument} from '../model.ts'
import {isObject, same} from '../merge/same.ts'

/** The two mutations that a migration sends. */
export type Mutation =
  | {create: Document}
  | {delete: {id: string}}
  | {patch: {id: string; ifRevisionID: string; set?: JsonObject; unset?: string[]}}

const KEPT_BY_DATASET = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt', '_system'])

/** Changes a document into another one, only as long as it is still the revision that was read. */
export function patchInto(before: StoredDocument, after: Document): Mutation {
  const set = Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !KEPT_BY_DATASET.has(name) && !same(before[name], value)),
  )
  const unset = Object.keys(before).filter((name) => !KEPT_BY_DATASET.has(name) && !(name in after))
  return {
    patch: {
      id: before._id,
      ifRevisionID: before._rev,
      ...(Object.keys(set).length > 0 ? {set} : {}),
      ...(unset.length > 0 ? {unset} : {}),
    },
  }
}

/** Deletes a document only as long as it is still the revision that was read, which `delete` alone can't ask. */
export const deletionOf = ({_id: id, _rev}: StoredDocument): Mutation[] => [
  {patch: {id, ifRevisionID: _rev, unset: ['provenance']}},
  {delete: {id}},
]

/** A document with the moment and run of its import. */
export function stamped(document: Document, at: string, runId: string): Document {
  const provenance = isObject(document['provenance']) ? document['provenance'] : {_type: 'provenance'}
  return {...document, provenance: {...provenance, importedOn: at, runId}}
}

/** Whether a document of the dataset already says what was planned, whenever it was imported. */
export function saysTheSame(stored: StoredDocument, planned: Document): boolean {
  return same(essence(stored), essence(planned))
}

function essence(document: Document): JsonObject {
  const content = Object.fromEntries(Object.entries(document).filter(([name]) => !KEPT_BY_DATASET.has(name)))
  if (!isObject(content['provenance'])) return content
  const provenance = Object.fromEntries(
    Object.entries(content['provenance']).filter(([name]) => name !== 'importedOn' && name !== 'runId'),
  )
  return {...content, provenance}
}
