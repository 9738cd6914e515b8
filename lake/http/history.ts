import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import type {Dataset, DeletedDocument} from '../dataset/index.ts'
import type {StoredDocument} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {isDraftId, publishedIdOf} from '../model/ids.ts'
import type {Effects, Transaction} from '../model/transaction.ts'
import {datasetOf} from './dataset.ts'
import {documentEvents, groupOf, releaseEvents, schedulingEvents} from './historyEvents.ts'
import {ndjson} from './ndjson.ts'
import {count, flag, idsIn} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const DEFAULT_TRANSACTIONS = 50
const MAX_TRANSACTIONS = 10_000
const DEFAULT_EVENTS = 100
const MAX_EVENTS = 1000

const paths = (rest: string): string[] => [
  `/data/history/:dataset${rest}`,
  `/projects/:project/datasets/:dataset/history${rest}`,
]

/** What the log remembers: transactions, earlier states of documents, and events made of both. */
export function historyRoutes(services: Services): Hono<LakeEnv> {
  const opened = (c: LakeContext): {dataset: Dataset; query: URLSearchParams} => {
    demand(c.var.identity, 'read')
    return {dataset: datasetOf(c, services), query: new URL(c.req.url).searchParams}
  }

  return new Hono<LakeEnv>()
    .on('GET', [...paths('/transactions/:ids'), ...paths('/transactions')], (c) => {
      const {dataset, query} = opened(c)
      const ids = idsIn(c.req.param('ids') ?? '')
      const transactions = dataset.transactions({
        documentIds: ids.length > 0 ? ids : undefined,
        fromTransaction: query.get('fromTransaction') || undefined,
        toTransaction: query.get('toTransaction') || undefined,
        fromTime: query.get('fromTime') || undefined,
        toTime: query.get('toTime') || undefined,
        authors: query.has('authors') ? query.getAll('authors').flatMap(idsIn) : undefined,
        reverse: flag(query, 'reverse'),
        limit: count(query, 'limit', DEFAULT_TRANSACTIONS, MAX_TRANSACTIONS),
      })
      const only = flag(query, 'includeIdentifiedDocumentsOnly') && ids.length > 0 ? new Set(ids) : undefined
      return ndjson(transactions.map((transaction) => transactionLine(transaction, query, only)))
    })
    .on('GET', paths('/documents/:ids'), (c) => {
      const {dataset, query} = opened(c)
      const moment = momentOf(query)
      const documents = idsIn(c.req.param('ids') ?? '').map((id) => documentAt(dataset, id, moment))
      return Response.json({documents: documents.filter((document) => document !== undefined)})
    })
    .on('GET', paths('/deleted'), (c) => {
      const {dataset, query} = opened(c)
      const limit = count(query, 'limit', DEFAULT_EVENTS, MAX_EVENTS)
      const before = count(query, 'nextCursor', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
      const deleted = dataset.deletedDocuments({before, limit})
      const last = deleted.length < limit ? undefined : deleted.at(-1)
      return Response.json({deleted: deleted.map(deletionLine), nextCursor: String(last?.seq ?? '')})
    })
    .on('GET', paths('/events/documents/:id'), (c) => {
      const {dataset, query} = opened(c)
      const id = c.req.param('id') ?? ''
      const page = eventPage(query)
      const group = groupOf(dataset, id)
      const transactions = dataset.transactions({documentIds: group, reverse: true})
      const {events, nextCursor} = page(transactions, (transaction) => [
        ...documentEvents(transaction, id),
        ...schedulingEvents(dataset, transaction, group),
      ])
      return Response.json({events: {[id]: events}, nextCursor})
    })
    .on('GET', paths('/events/releases/:release'), (c) => {
      const {dataset, query} = opened(c)
      const release = c.req.param('release') ?? ''
      const page = eventPage(query)
      const [first] = dataset.transactions({documentIds: [`_.releases.${release}`], limit: 1})
      const transactions =
        first === undefined ? [] : dataset.transactions({fromTransaction: first.id, reverse: true})
      return Response.json(page(transactions, (transaction) => releaseEvents(transaction, release)))
    })
}

function transactionLine(transaction: Transaction, query: URLSearchParams, only?: ReadonlySet<string>) {
  const {id, timestamp, author, mutations} = transaction
  const changes = transaction.changes.filter(({documentId}) => only?.has(documentId) ?? true)
  const withMutations = !flag(query, 'excludeMutations') && !flag(query, 'excludeContent')
  const withEffects = query.get('effectFormat') === 'mendoza'
  return {
    id,
    timestamp,
    author,
    documentIDs: changes.map(({documentId}) => documentId),
    ...(withMutations ? {mutations: only ? changes.flatMap((change) => change.mutations) : mutations} : {}),
    ...(withEffects ? {effects: effectsById(changes)} : {}),
  }
}

const deletionLine = ({seq: _position, ...deletion}: DeletedDocument) => deletion

const effectsById = (changes: Transaction['changes']): Record<string, Effects> =>
  Object.fromEntries(changes.map(({documentId, effects}) => [documentId, effects]))

type Moment = Parameters<Dataset['documentAt']>[1]

/**
 * A document at a moment. The Studio asks for the revisions in a draft's history by the draft's id, also
 * for those that were written to the published document before there was a draft, as imports are.
 */
function documentAt(dataset: Dataset, id: string, moment: Moment): StoredDocument | undefined {
  const document = dataset.documentAt(id, moment)
  if (document !== undefined || moment.revision === undefined || !isDraftId(id)) return document
  const published = dataset.documentAt(publishedIdOf(id), moment)
  return published && {...published, _id: id}
}

function momentOf(query: URLSearchParams): {revision?: string; time?: string; lastRevision?: boolean} {
  const given = ['revision', 'time', 'lastRevision'].filter((name) => query.has(name))
  if (given.length > 1) throw platformError(400, `Parameters ${given.join(' and ')} exclude each other`)
  const time = query.get('time') ?? undefined
  if (time !== undefined && Number.isNaN(Date.parse(time))) {
    throw platformError(400, 'Parameter "time" must be an ISO 8601 time')
  }
  if (flag(query, 'lastRevision')) return {lastRevision: true}
  const revision = query.get('revision') ?? undefined
  return revision === undefined ? {time: time ?? new Date().toISOString()} : {revision}
}

/**
 * Cuts events into pages at transactions, newest first. The cursor is the position in the log of the
 * last transaction shown, so that new events don't shift the pages.
 */
function eventPage(query: URLSearchParams) {
  const limit = count(query, 'limit', DEFAULT_EVENTS, MAX_EVENTS)
  const cursor = count(query, 'nextCursor', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  return <E>(transactions: readonly Transaction[], eventsOf: (transaction: Transaction) => E[]) => {
    const events: E[] = []
    for (const transaction of transactions) {
      if (transaction.seq >= cursor) continue
      events.push(...eventsOf(transaction))
      if (events.length >= limit) return {events, nextCursor: String(transaction.seq)}
    }
    return {events, nextCursor: ''}
  }
}
