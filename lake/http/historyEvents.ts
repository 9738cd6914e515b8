import {type Dataset, SYSTEM_AUTHOR} from '../dataset/index.ts'
import type {Json, JsonObject} from '../model/document.ts'
import {bundleOf, draftIdOf, isDraftId, isVersionId, publishedIdOf, releaseDocumentId} from '../model/ids.ts'
import type {Change, Transaction} from '../model/transaction.ts'
import {isMarkedForDeletion} from '../mutate/index.ts'

/** The documents whose transactions tell the story of `id`: itself, its published and its draft form. */
export function groupOf(dataset: Dataset, id: string): string[] {
  const versions = isDraftId(id) || isVersionId(id) ? [] : dataset.variantsOf(id)
  const group = new Set([id, publishedIdOf(id), draftIdOf(id), ...versions])
  return [...group, ...[...group].flatMap((member) => releaseOf(member) ?? [])]
}

const releaseOf = (id: string): string | undefined =>
  isVersionId(id) ? releaseDocumentId(bundleOf(id) ?? '') : undefined

const SCHEDULING: Readonly<Record<string, string>> = {
  'sanity.action.release.schedule': 'scheduleDocumentVersion',
  'sanity.action.release.unschedule': 'unscheduleDocumentVersion',
}

/** What the scheduling of a release means to those of its versions that are in a group. */
export function schedulingEvents(
  dataset: Dataset,
  {actions, timestamp, author}: Transaction,
  group: readonly string[],
): JsonObject[] {
  return actions.flatMap(({actionType, releaseId, publishAt}) => {
    const type = typeof actionType === 'string' ? SCHEDULING[actionType] : undefined
    if (type === undefined || typeof releaseId !== 'string') return []
    const versions = group.filter((id) => isVersionId(id) && bundleOf(id) === releaseId)
    return versions.map((versionId) => ({
      type,
      timestamp,
      author,
      documentId: publishedIdOf(versionId),
      releaseId,
      versionId,
      versionRevisionId: dataset.documentAt(versionId, {time: timestamp})?._rev ?? '',
      ...(publishAt === undefined ? {} : {publishAt, state: fateOf(dataset, releaseId, publishAt)}),
    }))
  })
}

/** What has become of a schedule since. */
function fateOf(dataset: Dataset, release: string, publishAt: Json): string {
  const current = dataset.documents.get(releaseDocumentId(release))
  if (current?.state === 'published') return 'published'
  const isPending =
    typeof publishAt === 'string' &&
    typeof current?.publishAt === 'string' &&
    Date.parse(publishAt) === Date.parse(current.publishAt)
  return isPending ? 'pending' : 'unscheduled'
}

/**
 * What a transaction means to the history of one document, as the Studio lists it. Edits of drafts and
 * versions are not among them: the Studio makes those from the transactions themselves.
 */
export function documentEvents(transaction: Transaction, id: string): JsonObject[] {
  const publishedId = publishedIdOf(id)
  const published = transaction.changes.find(({documentId}) => documentId === publishedId)
  const variant = transaction.changes.find(({documentId}) =>
    id === publishedId
      ? documentId !== publishedId && publishedIdOf(documentId) === publishedId
      : documentId === id,
  )
  const base = {timestamp: transaction.timestamp, author: transaction.author, documentId: publishedId}
  return [variantEvent(transaction, variant, published), publishedEvent(transaction, variant, published)]
    .filter((event) => event !== undefined)
    .map((event) => ({...base, ...event}))
}

const isCreated = (change: Change | undefined): boolean => change?.before === null && change.after !== null
const isDeleted = (change: Change | undefined): boolean => change?.before != null && change.after === null
const isWritten = (change: Change | undefined): boolean => change?.after != null

function variantEvent(
  transaction: Transaction,
  variant: Change | undefined,
  published: Change | undefined,
): JsonObject | undefined {
  if (variant === undefined) return undefined
  const versionId = variant.documentId
  const release = bundleOf(versionId)
  const inRelease: JsonObject = release === undefined || release === 'drafts' ? {} : {releaseId: release}
  if (isCreated(variant)) {
    return {type: 'createDocumentVersion', versionId, versionRevisionId: transaction.id, ...inRelease}
  }
  if (!isDeleted(variant)) return undefined
  // The last edit's revision: the Studio finds the published or discarded state by it.
  const versionRevisionId = variant.before?._rev ?? transaction.id
  if (isDeleted(published) && isMarkedForDeletion(variant.before ?? {})) {
    return {type: 'unpublishDocument', versionId, versionRevisionId, ...inRelease}
  }
  if (isWritten(published)) {
    return {
      type: 'publishDocumentVersion',
      revisionId: transaction.id,
      versionId,
      versionRevisionId,
      publishCause: publishCause(transaction),
      ...inRelease,
    }
  }
  if (isDeleted(published)) return {type: 'deleteDocumentGroup'}
  return {type: 'deleteDocumentVersion', versionId, versionRevisionId, ...inRelease}
}

function publishedEvent(
  transaction: Transaction,
  variant: Change | undefined,
  published: Change | undefined,
): JsonObject | undefined {
  // Publishing a variant and deleting a whole group are one event, told from the variant's side.
  if (published === undefined || isDeleted(variant)) return undefined
  if (isDeleted(published)) {
    if (!isCreated(variant) && !hasAction(transaction, 'sanity.action.document.unpublish')) {
      return {type: 'deleteDocumentGroup'}
    }
    const versionId = variant?.documentId ?? draftIdOf(published.documentId)
    return {type: 'unpublishDocument', versionId, versionRevisionId: transaction.id}
  }
  const type = isCreated(published) ? 'createLiveDocument' : 'updateLiveDocument'
  return {type, revisionId: transaction.id}
}

const actionTypes = ({actions}: Transaction): (Json | undefined)[] =>
  actions.map(({actionType}) => actionType)

const hasAction = (transaction: Transaction, type: string): boolean => actionTypes(transaction).includes(type)

function publishCause(transaction: Transaction): string {
  if (!hasAction(transaction, 'sanity.action.release.publish')) return 'document.publish'
  return transaction.author === SYSTEM_AUTHOR ? 'release.schedule' : 'release.publish'
}

const RELEASE_EVENTS: Readonly<Record<string, string>> = {
  'sanity.action.release.create': 'createRelease',
  'sanity.action.release.import': 'createRelease',
  'sanity.action.release.schedule': 'scheduleRelease',
  'sanity.action.release.unschedule': 'unscheduleRelease',
  'sanity.action.release.publish': 'publishRelease',
  'sanity.action.release.archive': 'archiveRelease',
  'sanity.action.release.unarchive': 'unarchiveRelease',
}

/** What a transaction means to the history of a content release. */
export function releaseEvents(transaction: Transaction, release: string): JsonObject[] {
  const base = {timestamp: transaction.timestamp, author: transaction.author, releaseName: release}
  const ofRelease = transaction.actions.flatMap(({actionType, releaseId}): JsonObject[] => {
    const type = typeof actionType === 'string' ? RELEASE_EVENTS[actionType] : undefined
    return type !== undefined && releaseId === release ? [{type}] : []
  })
  const ends = ofRelease.length > 0
  const ofDocuments = transaction.changes.flatMap((change): JsonObject[] => {
    if (ends || bundleOf(change.documentId) !== release) return []
    const versionId = change.documentId
    const document = {documentId: publishedIdOf(versionId), versionId}
    if (isCreated(change)) {
      return [{type: 'addDocumentToRelease', ...document, versionRevisionId: transaction.id}]
    }
    return isDeleted(change)
      ? [{type: 'discardDocumentFromRelease', ...document, versionRevisionId: change.before?._rev ?? ''}]
      : []
  })
  return [...ofRelease, ...ofDocuments].map((event, index) => ({
    ...base,
    ...event,
    id: `${transaction.id}#${index}`,
  }))
}
