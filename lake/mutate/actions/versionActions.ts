import {z} from 'zod'
import type {JsonObject} from '../../model/document.ts'
import {versionIdOf} from '../../model/ids.ts'
import {malformed} from '../failures.ts'
import type {StagedTransaction} from '../stagedTransaction.ts'
import {type ApplyAction, defineAction, field} from './action.ts'
import {copyAs, demandGroup} from './documentActions.ts'
import {demandOpenRelease} from './releaseState.ts'

const {id, object, revision} = field

/** Puts a document into a release: as sent, or as a copy of another version of it. */
export const createVersion: ApplyAction = defineAction(
  {
    publishedId: id,
    document: object.optional(),
    baseId: id.optional(),
    versionId: id.optional(),
    releaseId: z.string().optional(),
    ifBaseRevisionId: revision,
  },
  ({publishedId, document, baseId, versionId, releaseId, ifBaseRevisionId}, transaction) => {
    if (document !== undefined) {
      transaction.create(versionOf(transaction, document, publishedId))
      return
    }
    const target = versionId ?? (releaseId === undefined ? undefined : versionIdOf(releaseId, publishedId))
    if (baseId === undefined || target === undefined) {
      throw malformed('Either "document" or "baseId" with "versionId" is required')
    }
    demandGroup(publishedId, target, baseId)
    demandOpenRelease(transaction, target)
    const base = transaction.demand(baseId)
    transaction.demandRevision(baseId, ifBaseRevisionId)
    transaction.create(copyAs(target, base))
  },
)

/** Puts another document in the place of a version. */
export const replaceVersion: ApplyAction = defineAction(
  {publishedId: id.optional(), document: object},
  ({publishedId, document}, transaction) => {
    transaction.createOrReplace(versionOf(transaction, document, publishedId))
  },
)

/** Deletes a version or draft, with `purge` also its history. */
export const discardVersion: ApplyAction = defineAction(
  {versionId: id, purge: z.boolean().optional()},
  ({versionId, purge}, transaction) => {
    transaction.demand(versionId)
    demandOpenRelease(transaction, versionId)
    transaction.delete(versionId, {purge})
  },
)

/** Makes a version say that its document is to be unpublished with the release. */
export const unpublishVersion: ApplyAction = defineAction(
  {versionId: id, publishedId: id},
  ({versionId, publishedId}, transaction) => {
    demandGroup(publishedId, versionId)
    demandOpenRelease(transaction, versionId)
    transaction.createIfNotExists(copyAs(versionId, transaction.demand(publishedId)))
    transaction.markForDeletion(versionId)
  },
)

function versionOf(transaction: StagedTransaction, document: JsonObject, publishedId?: string): JsonObject {
  const {_id} = document
  if (typeof _id !== 'string') throw malformed('"document" must have an "_id"')
  if (publishedId !== undefined) demandGroup(publishedId, _id)
  demandOpenRelease(transaction, _id)
  return document
}
