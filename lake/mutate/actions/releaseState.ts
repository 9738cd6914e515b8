import type {StoredDocument} from '../../model/document.ts'
import {bundleOf, isVersionId, releaseDocumentId} from '../../model/ids.ts'
import {ItemFailure} from '../failures.ts'
import type {StagedTransaction} from '../stagedTransaction.ts'

/** The states that a release rests in. The service also has states for the way between them. */
export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** Gives the document of a release, refused when it is in none of the states. */
export function demandState(
  transaction: StagedTransaction,
  name: string,
  ...allowed: readonly ReleaseState[]
): StoredDocument {
  const release = transaction.demand(releaseDocumentId(name))
  if (!allowed.some((state) => state === release.state)) throw wrongState(name, release.state, allowed)
  return release
}

/** Refuses to touch a version whose release is scheduled or over. */
export function demandOpenRelease(transaction: StagedTransaction, versionId: string): void {
  const name = isVersionId(versionId) ? bundleOf(versionId) : undefined
  if (name === undefined || transaction.get(releaseDocumentId(name)) === undefined) return
  demandState(transaction, name, 'active')
}

const wrongState = (name: string, state: unknown, allowed: readonly string[]): ItemFailure =>
  new ItemFailure(
    409,
    'releaseStateError',
    `Release "${name}" is ${String(state)}; this needs it to be ${allowed.join(' or ')}`,
    {releaseId: name},
  )
