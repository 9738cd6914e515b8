import type {DatabaseSync} from 'node:sqlite'
import type {Json, JsonObject} from '../model/document.ts'

/** Removes what the log keeps of a document. */
export type Purge = (documentId: string, deletedAt: number) => void

/**
 * Prepares removing the history of documents that were just deleted: the patches that lead to their
 * earlier states, and what was written of them in mutations and actions. That they were deleted, when
 * and by whom, stays; so does the place of every transaction. What is freed is overwritten (see
 * `secure_delete`), in the write-ahead log with its next turn.
 */
export function purgeOf(db: DatabaseSync, dataset: number): Purge {
  const touched = db.prepare(`
    SELECT t.seq, t.mutations, t.actions, c.mutations AS places
    FROM changes c JOIN transactions t ON t.dataset = c.dataset AND t.seq = c.seq
    WHERE c.dataset = ? AND c.document_id = ?`)
  const scrub = db.prepare('UPDATE transactions SET mutations = ?, actions = ? WHERE dataset = ? AND seq = ?')
  const forget = db.prepare('DELETE FROM changes WHERE dataset = ? AND document_id = ? AND seq < ?')
  const close = db.prepare(
    'UPDATE changes SET revert = NULL, previous_revision = NULL WHERE dataset = ? AND document_id = ? AND seq = ?',
  )
  return (documentId, deletedAt) => {
    for (const row of touched.all(dataset, documentId)) {
      const places = new Set(JSON.parse(String(row.places)) as number[])
      const mutations = (JSON.parse(String(row.mutations)) as JsonObject[]).map((mutation, place) =>
        places.has(place) && !('delete' in mutation) ? {patch: {id: documentId}} : mutation,
      )
      const actions = (JSON.parse(String(row.actions)) as JsonObject[]).map((action) =>
        isAbout(action, documentId) ? withoutContent(action) : action,
      )
      scrub.run(JSON.stringify(mutations), JSON.stringify(actions), dataset, Number(row.seq))
    }
    forget.run(dataset, documentId, deletedAt)
    close.run(dataset, documentId, deletedAt)
  }
}

/** Whether an action names a document, in a field of its own or as the id of what it carries. */
const isAbout = (action: JsonObject, id: string): boolean =>
  Object.values(action).some((value) => value === id || idIn(value) === id)

const idIn = (value: Json): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value._id : undefined

/** What kind of action it was and on which documents. */
const withoutContent = (action: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(action).filter(([, value]) => typeof value !== 'object'))
