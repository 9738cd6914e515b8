import {isJsonObject, type Json, type JsonObject} from '../model/document.ts'
import type {MutationResult} from '../model/transaction.ts'
import {isDocumentId} from '../model/ids.ts'
import {ItemFailure, malformed, malformedId, requestError} from './failures.ts'
import {type Effected, StagedTransaction} from './stagedTransaction.ts'
import type {DocumentView, WriteContext} from './view.ts'

/** What a request of mutations comes to. */
export interface MutationOutcome extends Effected {
  results: MutationResult[]
}

/** The hosted service's limit for the documents that one query may delete. */
const MAX_SELECTED = 10_000

type MutationName = 'create' | 'createIfNotExists' | 'createOrReplace' | 'delete' | 'patch'

const MUTATIONS: Readonly<
  Record<MutationName, (argument: JsonObject, transaction: StagedTransaction) => MutationResult[]>
> = {
  create: (document, transaction) => [transaction.create(document)],
  createIfNotExists: (document, transaction) => [transaction.createIfNotExists(document)],
  createOrReplace: (document, transaction) => [transaction.createOrReplace(document)],
  delete: ({purge, ...selection}, transaction) =>
    selectedIds(selection, transaction).map((id) => transaction.delete(id, {purge: purge === true})),
  patch({id, query, params, ifRevisionID, ...operations}, transaction) {
    return selectedIds({id, query, params}, transaction).map((selected) => {
      transaction.demand(selected)
      transaction.demandRevision(selected, revisionOf(ifRevisionID))
      return transaction.patch(selected, operations)
    })
  },
}

/**
 * Applies mutations as one transaction. Pure: the view is only read. Throws a `LakeError` in the
 * service's shape, naming the mutation that failed, when any of them can't be done.
 */
export function applyMutations(
  view: DocumentView,
  mutations: readonly JsonObject[],
  context: WriteContext,
): MutationOutcome {
  const transaction = new StagedTransaction(view, context)
  try {
    const results = mutations.flatMap((mutation, index) => {
      transaction.item = index
      const [name, argument] = operationOf(mutation)
      return MUTATIONS[name](argument, transaction)
    })
    return {...transaction.finish(), results}
  } catch (error) {
    if (error instanceof ItemFailure) throw requestError('mutationError', error, transaction.item)
    throw error
  }
}

function operationOf(mutation: JsonObject): [MutationName, JsonObject] {
  const [[name, argument] = [], ...others] = Object.entries(mutation)
  if (name === undefined || others.length > 0 || !isMutationName(name)) {
    throw malformed(`A mutation must hold exactly one of ${Object.keys(MUTATIONS).join(', ')}`)
  }
  if (!isJsonObject(argument)) throw malformed(`"${name}" must be an object`)
  return [name, argument]
}

const isMutationName = (name: string): name is MutationName => Object.hasOwn(MUTATIONS, name)

/** How `delete` and `patch` say which documents they mean. */
interface Selection {
  id?: Json
  query?: Json
  params?: Json
}

function selectedIds({id, query, params}: Selection, transaction: StagedTransaction): string[] {
  if (id !== undefined) {
    if (typeof id !== 'string') throw malformed('"id" must be a string')
    if (!isDocumentId(id)) throw malformedId(id)
    return [id]
  }
  if (typeof query !== 'string') throw malformed('Either "id" or "query" is required')
  if (params !== undefined && !isJsonObject(params)) throw malformed('"params" must be an object')
  const ids = transaction.query(query, params ?? {})
  if (ids.length > MAX_SELECTED) throw malformed(`The query selects more than ${MAX_SELECTED} documents`)
  return ids
}

function revisionOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined
  throw malformed('"ifRevisionID" must be a string')
}
