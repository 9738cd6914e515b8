import {z} from 'zod'
import {isJsonObject, type Json, type JsonObject, type StoredDocument} from '../../model/document.ts'
import {RELEASE_ID, RELEASE_TYPE, releaseDocumentId} from '../../model/ids.ts'
import {malformed} from '../failures.ts'
import type {StagedTransaction} from '../stagedTransaction.ts'
import {isMarkedForDeletion} from '../systemAttributes.ts'
import {type ApplyAction, defineAction, field} from './action.ts'
import {publishVersion} from './documentActions.ts'
import {demandState, type ReleaseState} from './releaseState.ts'

const {object} = field
const releaseId = z.string().regex(RELEASE_ID, 'Malformed release ID')

/** Begins a release: a set of versions that will be published together. */
export const createRelease: ApplyAction = defineAction(
  {releaseId, metadata: object.optional()},
  (action, transaction) => {
    transaction.create({
      _id: releaseDocumentId(action.releaseId),
      _type: RELEASE_TYPE,
      name: action.releaseId,
      state: 'active',
      metadata: {releaseType: 'undecided', ...action.metadata},
    })
  },
)

/** Changes what people say about a release; its state has actions of its own. */
export const editRelease: ApplyAction = defineAction({releaseId, patch: object}, (action, transaction) => {
  const {_id, ...before} = demandState(transaction, action.releaseId, 'active', 'scheduled')
  const {id: _address, ifRevisionID, ...operations} = action.patch
  if (typeof ifRevisionID === 'string') transaction.demandRevision(_id, ifRevisionID)
  transaction.patch(_id, operations)
  const after = transaction.demand(_id)
  for (const name of ['name', 'state', 'publishAt', 'publishedAt', 'finalDocumentStates']) {
    if (JSON.stringify(after[name]) !== JSON.stringify(before[name])) {
      throw malformed(`"${name}" of a release can't be edited`)
    }
  }
})

/** Publishes all versions of a release. One that is scheduled can be published only when it is due. */
export const publishRelease: ApplyAction = defineAction({releaseId}, (action, transaction) => {
  const {timestamp} = transaction.context
  const {publishAt} = demandState(transaction, action.releaseId, 'active', 'scheduled')
  if (typeof publishAt === 'string' && publishAt > timestamp) {
    throw malformed(`Release "${action.releaseId}" is scheduled for ${publishAt}: unschedule it first`)
  }
  const states = statesOf(transaction, action.releaseId)
  for (const {id} of states) publishVersion(transaction, id)
  enter(transaction, action.releaseId, 'published', {
    set: {publishedAt: timestamp, finalDocumentStates: states},
    unset: ['publishAt', 'error'],
  })
})

/** Has a release published at a time; again for another time. */
export const scheduleRelease: ApplyAction = defineAction(
  {releaseId, publishAt: z.iso.datetime({offset: true})},
  (action, transaction) => {
    demandState(transaction, action.releaseId, 'active', 'scheduled')
    enter(transaction, action.releaseId, 'scheduled', {
      set: {publishAt: new Date(action.publishAt).toISOString()},
      unset: ['error'],
    })
  },
)

/** Takes back what `schedule` asked for. */
export const unscheduleRelease: ApplyAction = defineAction({releaseId}, (action, transaction) => {
  demandState(transaction, action.releaseId, 'scheduled')
  enter(transaction, action.releaseId, 'active', {unset: ['publishAt']})
})

/** Puts a release away: its versions go, and can be brought back. */
export const archiveRelease: ApplyAction = defineAction({releaseId}, (action, transaction) => {
  demandState(transaction, action.releaseId, 'active')
  const states = statesOf(transaction, action.releaseId)
  for (const {id} of states) transaction.delete(id)
  enter(transaction, action.releaseId, 'archived', {set: {finalDocumentStates: states}})
})

/** Brings an archived release back with its versions as they were. */
export const unarchiveRelease: ApplyAction = defineAction({releaseId}, (action, transaction) => {
  const {finalDocumentStates} = demandState(transaction, action.releaseId, 'archived')
  for (const version of versionsIn(transaction, finalDocumentStates)) {
    transaction.create(version)
    if (isMarkedForDeletion(version)) transaction.markForDeletion(version._id)
  }
  enter(transaction, action.releaseId, 'active', {unset: ['finalDocumentStates']})
})

/** Removes a release that is over. */
export const deleteRelease: ApplyAction = defineAction({releaseId}, (action, transaction) => {
  const {_id} = demandState(transaction, action.releaseId, 'archived', 'published')
  for (const id of transaction.versionsOf(action.releaseId)) transaction.delete(id)
  transaction.delete(_id)
})

/** Writes the document of a release as it was exported. */
export const importRelease: ApplyAction = defineAction(
  {
    releaseId,
    attributes: object.optional(),
    document: object.optional(),
    ifExists: z.enum(['fail', 'ignore', 'replace']),
  },
  ({releaseId: name, attributes, document, ifExists}, transaction) => {
    const sent = attributes ?? document
    if (sent === undefined) throw malformed('Either "attributes" or "document" is required')
    const imported = {
      state: 'active',
      metadata: {releaseType: 'undecided'},
      ...sent,
      _id: releaseDocumentId(name),
      _type: RELEASE_TYPE,
      name,
    }
    if (ifExists === 'ignore') transaction.createIfNotExists(imported)
    else if (ifExists === 'replace') transaction.createOrReplace(imported)
    else transaction.create(imported)
  },
)

interface FinalState extends JsonObject {
  id: string
  revisionId: string
}

/** Which versions a release has, and at which revision. */
const statesOf = (transaction: StagedTransaction, name: string): FinalState[] =>
  transaction.versionsOf(name).map((id) => ({id, revisionId: transaction.demand(id)._rev}))

/** The versions that final states tell of, as they were. */
const versionsIn = (transaction: StagedTransaction, states: Json | undefined): StoredDocument[] =>
  (Array.isArray(states) ? states : []).flatMap((state) => {
    if (!isJsonObject(state) || typeof state.id !== 'string' || typeof state.revisionId !== 'string')
      return []
    return transaction.view.earlier(state.id, state.revisionId) ?? []
  })

function enter(
  transaction: StagedTransaction,
  name: string,
  state: ReleaseState,
  {set = {}, unset = []}: {set?: JsonObject; unset?: string[]},
): void {
  transaction.patch(releaseDocumentId(name), {set: {state, ...set}, ...(unset.length > 0 ? {unset} : {})})
}
