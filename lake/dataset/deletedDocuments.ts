import {isDraftId, isSystemId, isVersionId, publishedIdOf} from '../model/ids.ts'
import type {Log, LoggedDeletion} from '../store/index.ts'
import {stepBack} from './loggedHistory.ts'
import type {DeletedDocument} from './types.ts'

/**
 * What is gone with all its drafts and versions, the last deleted first. What belongs to the lake or to
 * Sanity itself, such as releases and files, is not among it.
 *
 * @param exists whether a published id has a document, a draft or a version now
 */
export function deletedDocuments(
  log: Log,
  exists: (publishedId: string) => boolean,
  {before, limit}: {before: number; limit: number},
): DeletedDocument[] {
  const deleted: DeletedDocument[] = []
  for (const deletion of lastDeletions(log.deletions(), exists)) {
    if (deletion.seq >= before) continue
    if (deleted.length >= limit && deletion.seq !== deleted.at(-1)?.seq) break
    const document = readDeletion(log, deletion)
    if (document !== undefined) deleted.push(document)
  }
  return deleted
}

/** One deletion for each group of a published id, its drafts and versions: the one that ended it. */
function lastDeletions(
  deletions: readonly LoggedDeletion[],
  exists: (publishedId: string) => boolean,
): LoggedDeletion[] {
  const byGroup = new Map<string, LoggedDeletion>()
  for (const deletion of deletions) {
    const group = publishedIdOf(deletion.documentId)
    if (isSystemId(group) || exists(group)) continue
    const known = byGroup.get(group)
    if (known === undefined || byRecency(deletion, known) < 0) byGroup.set(group, deletion)
  }
  return [...byGroup.values()].toSorted(byRecency)
}

/** Newest first; of one transaction the draft, which said more, then what was published. */
const byRecency = (a: LoggedDeletion, b: LoggedDeletion): number =>
  b.seq - a.seq || rank(a.documentId) - rank(b.documentId)

function rank(id: string): number {
  if (isDraftId(id)) return 0
  return isVersionId(id) ? 2 : 1
}

function readDeletion(log: Log, {documentId}: LoggedDeletion): DeletedDocument | undefined {
  const [step] = log.steps(documentId, 0, 1)
  const document = step && stepBack(null, step)
  if (!document || /^(sanity|system)\./.test(document._type)) return undefined
  const {seq, transactionId, timestamp, author} = step
  return {documentId: publishedIdOf(documentId), document, seq, transactionId, timestamp, author}
}
