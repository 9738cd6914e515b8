import {z} from 'zod'
import type {JsonObject} from '../../model/document.ts'
import {draftIdOf, isDraftId, publishedIdOf} from '../../model/ids.ts'
import {ItemFailure, malformed, notFound} from '../failures.ts'
import {withStrengthenedReferences} from '../references.ts'
import type {StagedTransaction} from '../stagedTransaction.ts'
import {isMarkedForDeletion} from '../systemAttributes.ts'
import {type ApplyAction, defineAction, field} from './action.ts'
import {demandOpenRelease} from './releaseState.ts'

const {id, object, revision} = field

/** Refuses an id that belongs to another document. */
export function demandGroup(publishedId: string, ...ids: readonly string[]): void {
  for (const other of ids) {
    if (publishedIdOf(other) !== publishedId) {
      throw malformed(`"${other}" is neither a draft nor a version of "${publishedId}"`)
    }
  }
}

/** The attributes of a document to be written under an id, without what belongs to its former place. */
export function copyAs(targetId: string, {_rev, _updatedAt, _system, ...attributes}: JsonObject): JsonObject {
  return {...attributes, _id: targetId}
}

/** Creates a draft or version from attributes. */
export const create: ApplyAction = defineAction(
  {publishedId: id, attributes: object, ifExists: z.enum(['fail', 'ignore']).default('fail')},
  ({publishedId, attributes, ifExists}, transaction) => {
    const {_id} = attributes
    const target = typeof _id === 'string' && _id !== '' ? _id : draftIdOf(publishedId)
    demandGroup(publishedId, target)
    demandOpenRelease(transaction, target)
    const document = {...attributes, _id: target}
    if (ifExists === 'ignore') transaction.createIfNotExists(document)
    else transaction.create(document)
  },
)

/** Patches a draft or version; a draft that isn't there begins as a copy of what is published. */
export const edit: ApplyAction = defineAction(
  {
    draftId: id.optional(),
    versionId: id.optional(),
    publishedId: id,
    patch: object,
  },
  ({draftId, versionId, publishedId, patch}, transaction) => {
    const target = draftId ?? versionId
    if (target === undefined) throw malformed('Either "draftId" or "versionId" is required')
    demandGroup(publishedId, target)
    demandOpenRelease(transaction, target)
    const {id: _address, ifRevisionID, ...operations} = patch
    if (transaction.get(target) === undefined && isDraftId(target)) {
      transaction.create(copyAs(target, demandAny(transaction, publishedId, target)))
    }
    if (typeof ifRevisionID === 'string') transaction.demandRevision(target, ifRevisionID)
    transaction.patch(target, operations)
  },
)

const demandAny = (transaction: StagedTransaction, publishedId: string, target: string): JsonObject => {
  const published = transaction.get(publishedId)
  if (published === undefined) throw notFound(target)
  return published
}

/** Puts a draft in the place of the published document and removes the draft. */
export const publish: ApplyAction = defineAction(
  {draftId: id, publishedId: id, ifDraftRevisionId: revision, ifPublishedRevisionId: revision},
  ({draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId}, transaction) => {
    demandGroup(publishedId, draftId)
    transaction.demand(draftId)
    transaction.demandRevision(draftId, ifDraftRevisionId)
    transaction.demandRevision(publishedId, ifPublishedRevisionId)
    publishVersion(transaction, draftId)
  },
)

/** Puts a draft or version in the place of its published document, or does the removal it stands for. */
export function publishVersion(transaction: StagedTransaction, versionId: string): void {
  const version = transaction.demand(versionId)
  const publishedId = publishedIdOf(versionId)
  if (isMarkedForDeletion(version)) transaction.delete(publishedId)
  else {
    const {_createdAt} = transaction.get(publishedId) ?? version
    transaction.createOrReplace({...copyAs(publishedId, withStrengthenedReferences(version)), _createdAt})
  }
  transaction.delete(versionId)
}

/** Takes the published document back into a draft; a draft that is there stays as it is. */
export const unpublish: ApplyAction = defineAction(
  {draftId: id, publishedId: id},
  ({draftId, publishedId}, transaction) => {
    demandGroup(publishedId, draftId)
    transaction.createIfNotExists(copyAs(draftId, transaction.demand(publishedId)))
    transaction.delete(publishedId)
  },
)

/**
 * Deletes a published document with those of its drafts and versions that the sender knows of; `purge` takes
 * along the history of all that it ever had, also when nothing of it is left.
 */
export const remove: ApplyAction = defineAction(
  {publishedId: id, includeDrafts: z.array(id).default([]), purge: z.boolean().optional()},
  ({publishedId, includeDrafts, purge}, transaction) => {
    demandGroup(publishedId, ...includeDrafts)
    const variants = transaction.variantsOf(publishedId)
    const unknown = variants.find((variant) => !includeDrafts.includes(variant))
    if (unknown !== undefined) {
      throw new ItemFailure(
        409,
        'documentHasExistingDraftsError',
        `Document "${publishedId}" cannot be deleted as "${unknown}" exists and is not among the drafts to delete`,
        {id: publishedId, draftIDs: variants},
      )
    }
    const logged = purge ? transaction.loggedOf(publishedId) : []
    if (variants.length === 0 && logged.length === 0) transaction.demand(publishedId)
    for (const target of [...variants, publishedId]) transaction.delete(target, {purge})
    for (const former of logged) transaction.purge(former)
  },
)

/** Deletes a draft. */
export const discard: ApplyAction = defineAction({draftId: id}, ({draftId}, transaction) => {
  transaction.demand(draftId)
  transaction.delete(draftId)
})

/** Puts attributes, as of an earlier revision, in the place of a draft. */
export const replaceDraft: ApplyAction = defineAction(
  {publishedId: id, attributes: object},
  ({publishedId, attributes}, transaction) => {
    transaction.createOrReplace(copyAs(draftIdOf(publishedId), attributes))
  },
)
