import type {Document} from '../../migrate/model.ts'
import {strongReferences} from '../archive/checkArchive.ts'
import {referredFirst} from './order.ts'
import type {SyncPlan} from './planSync.ts'

/** The mutations that a sync sends. */
export type SyncMutation =
  | {create: Document}
  | {createOrReplace: Document}
  | {delete: {id: string}}
  | {patch: {id: string; ifRevisionID: string; unset: string[]}}

export interface Batch {
  mutations: SyncMutation[]
  documents: number
}

/** Half of the 4 MB that the service takes in one request, so that one document more still fits. */
const MOST_BYTES = 2_000_000

/**
 * The transactions of a plan: all in one as long as the service takes it, else what is referred to first, and
 * deletions last, each after what refers to it. Whoever changed a document since it was read keeps it:
 * the transaction is refused then.
 */
export function batchesOf({writes, deletions}: Pick<SyncPlan, 'writes' | 'deletions'>): Batch[] {
  const written = new Map(writes.map((write) => [write.document._id, write]))
  const deleted = new Map(deletions.map((document) => [document._id, document]))
  const writeGroups = groupsOf(writes.map(({document}) => document)).map((ids) =>
    ids.flatMap((id) => {
      const write = written.get(id)
      if (!write) return []
      const {document, before} = write
      return before ? [guard(before), {createOrReplace: document}] : [{create: document}]
    }),
  )
  const deletionGroups = groupsOf(deletions)
    .toReversed()
    .map((ids) =>
      ids.flatMap((id) => {
        const document = deleted.get(id)
        return document ? [guard(document), {delete: {id}}] : []
      }),
    )
  return pack([...writeGroups, ...deletionGroups])
}

const groupsOf = (documents: Document[]): string[][] =>
  referredFirst(new Map(documents.map((document) => [document._id, strongReferences(document)])))

/** Changes nothing, and refuses the transaction when the document is another one by now. */
const guard = ({_id: id, _rev}: {_id: string; _rev: string}): SyncMutation => ({
  patch: {id, ifRevisionID: _rev, unset: ['_absent']},
})

function pack(groups: SyncMutation[][]): Batch[] {
  const batches: (Batch & {bytes: number})[] = []
  for (const mutations of groups) {
    const bytes = Buffer.byteLength(JSON.stringify(mutations))
    const documents = mutations.filter((mutation) => !('patch' in mutation)).length
    const last = batches.at(-1)
    if (last && last.bytes + bytes <= MOST_BYTES) {
      last.mutations.push(...mutations)
      last.documents += documents
      last.bytes += bytes
    } else batches.push({mutations: [...mutations], documents, bytes})
  }
  return batches
}
