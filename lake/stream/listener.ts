import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import type {Change, Transaction} from '../model/transaction.ts'
import type {ServerEvent} from './eventStream.ts'
import {eventPosition} from './position.ts'

/** What a listener asked for and may see. */
export interface ListenerOptions {
  /** The top-level filter of the listen query. */
  matches: (document: StoredDocument) => boolean
  /** Whether this reader may know of a document with this id. */
  sees: (documentId: string) => boolean
  /** Whether the mutations sent may name documents that the reader does not see. */
  mayNameOthers: boolean
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
  visibility: 'query' | 'transaction'
}

type Transition = 'appear' | 'update' | 'disappear'

/**
 * The events that one transaction means to a listener: one for each document that its filter selects
 * before or after. `transactionTotalEvents` counts only these, since the Studio holds an open document
 * back until it has received that many. `after` leaves out the documents up to and with that one, for
 * a reader that lost its stream in the middle of a transaction.
 */
export function listenerEvents(
  transaction: Transaction,
  options: ListenerOptions,
  after?: string,
): ServerEvent[] {
  const start = transaction.changes.findIndex(({documentId}) => documentId === after) + 1
  const seen = transaction.changes.slice(start).flatMap((change) => {
    const transition = transitionOf(change, options)
    return transition === undefined ? [] : [{change, transition}]
  })
  return seen.map(({change, transition}, index) => ({
    name: 'mutation',
    id: eventPosition(transaction.id, change.documentId),
    data: {
      ...payload(transaction, change, options),
      transition,
      transactionTotalEvents: seen.length,
      transactionCurrentEvent: index,
    },
  }))
}

function transitionOf(change: Change, {matches, sees}: ListenerOptions): Transition | undefined {
  if (!sees(change.documentId)) return undefined
  const before = change.before !== null && matches(change.before)
  const after = change.after !== null && matches(change.after)
  if (before) return after ? 'update' : 'disappear'
  return after ? 'appear' : undefined
}

function payload(transaction: Transaction, change: Change, options: ListenerOptions): JsonObject {
  const event: JsonObject = {
    eventId: eventPosition(transaction.id, change.documentId),
    documentId: change.documentId,
    transactionId: transaction.id,
    identity: transaction.author,
    timestamp: transaction.timestamp,
    visibility: options.visibility,
    resultRev: transaction.id,
  }
  if (change.before !== null) event.previousRev = change.before._rev
  if (options.includeMutations) event.mutations = shownMutations(change, options)
  if (options.includeEffects)
    event.effects = {apply: change.effects.apply as Json, revert: change.effects.revert as Json}
  if (options.includeResult && change.after !== null) event.result = change.after
  if (options.includePreviousRevision && change.before !== null) event.previous = change.before
  return event
}

function shownMutations(change: Change, {mayNameOthers}: ListenerOptions): JsonObject[] {
  if (mayNameOthers) return change.mutations
  return change.mutations.filter((mutation) => targetOf(mutation) === change.documentId)
}

/** The one document that a mutation names; `undefined` for a mutation by query. */
function targetOf(mutation: JsonObject): Json | undefined {
  const [operation] = Object.values(mutation)
  if (typeof operation !== 'object' || operation === null || Array.isArray(operation)) return undefined
  return operation._id ?? operation.id
}
