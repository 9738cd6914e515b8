import {isJsonObject, type Json, type JsonObject, type StoredDocument} from '../model/document.ts'
import {bundleOf, isDocumentId, isVariantId, isVersionId, publishedIdOf} from '../model/ids.ts'
import type {Change, MutationResult} from '../model/transaction.ts'
import {withArrayKeys} from './arrayKeys.ts'
import {
  alreadyExists,
  immutableAttribute,
  malformed,
  malformedId,
  notFound,
  revisionMismatch,
} from './failures.ts'
import {demandIntegrity} from './integrity.ts'
import {demandWithinLimits} from './limits.ts'
import {effectsBetween} from './mendoza/effects.ts'
import {applyPatch} from './patch/applyPatch.ts'
import {keyedPatch} from './patch/keyedPatch.ts'
import {strongReferences} from './references.ts'
import {type DocumentContent, stamped} from './systemAttributes.ts'
import type {DocumentView, PendingChange, WriteContext} from './view.ts'

interface StagedDocument {
  before: StoredDocument | null
  after: StoredDocument | null
  /** Its history is to go as well. */
  purged: boolean
  mutations: JsonObject[]
  /** The item of the request that touched the document last: the one to blame. */
  item: number
}

/** What a request comes to. */
export interface Effected {
  changes: Change[]
  /** The mutations with generated ids and keys, and queries resolved to the documents they selected. */
  mutations: JsonObject[]
  /** The documents whose history goes. */
  purged: string[]
}

/**
 * The state of documents while a transaction is being applied. Nothing is shared with the view until
 * the caller takes over `finish()`, so a failure leaves no trace.
 */
export class StagedTransaction {
  readonly view: DocumentView
  readonly context: WriteContext
  /** The item of the request that is being applied. */
  item = 0
  readonly #documents = new Map<string, StagedDocument>()
  readonly #mutations: JsonObject[] = []
  readonly #purged = new Set<string>()

  constructor(view: DocumentView, context: WriteContext) {
    this.view = view
    this.context = context
  }

  /** The document as this transaction has left it so far. */
  get(id: string): StoredDocument | undefined {
    const staged = this.#documents.get(id)
    return staged === undefined ? this.view.get(id) : (staged.after ?? undefined)
  }

  demand(id: string): StoredDocument {
    const document = this.get(id)
    if (document === undefined) throw notFound(id)
    return document
  }

  /** Refuses to go on when the document is not, before this transaction, the one that the sender saw. */
  demandRevision(id: string, expected: string | undefined): void {
    if (expected === undefined) return
    const current = this.view.get(id)?._rev
    if (current !== expected) throw revisionMismatch(id, current, expected)
  }

  /** The ids that a query selects, among the documents as they are now. */
  query(groq: string, params: JsonObject): string[] {
    return this.view.query(groq, params, this.#pending())
  }

  /** The draft and versions of a published id as this transaction has left them so far. */
  variantsOf(publishedId: string): string[] {
    const staged = [...this.#documents.keys()].filter(
      (id) => isVariantId(id) && publishedIdOf(id) === publishedId,
    )
    const known = new Set([...this.view.variantsOf(publishedId), ...staged])
    return [...known].filter((id) => this.get(id) !== undefined)
  }

  /** The versions in a release as this transaction has left them so far. */
  versionsOf(release: string): string[] {
    const staged = [...this.#documents.keys()].filter((id) => isVersionId(id) && bundleOf(id) === release)
    const known = new Set([...this.view.versionsOf(release), ...staged])
    return [...known].filter((id) => this.get(id) !== undefined)
  }

  /** The documents that refer strongly to `id` as this transaction has left them so far. */
  referencesTo(id: string): string[] {
    return this.view.referencesTo(id).filter((source) => {
      const staged = this.#documents.get(source)
      return staged === undefined || (staged.after !== null && strongReferences(staged.after).has(id))
    })
  }

  create(attributes: JsonObject): MutationResult {
    const content = this.#contentOf(attributes)
    if (this.get(content._id) !== undefined) throw alreadyExists(content._id)
    this.#put(content._id, content, {create: content})
    return {id: content._id, operation: 'create'}
  }

  createIfNotExists(attributes: JsonObject): MutationResult {
    const content = this.#contentOf(attributes)
    if (this.get(content._id) !== undefined) return {id: content._id, operation: 'none'}
    this.#put(content._id, content, {createIfNotExists: content})
    return {id: content._id, operation: 'create'}
  }

  createOrReplace(attributes: JsonObject): MutationResult {
    const content = this.#contentOf(attributes)
    const existing = this.get(content._id)
    if (existing === undefined) {
      this.#put(content._id, content, {createOrReplace: content})
      return {id: content._id, operation: 'create'}
    }
    if (content._type !== existing._type && this.referencesTo(content._id).length > 0) {
      throw immutableAttribute(content._id, '_type')
    }
    const replacement = {_createdAt: existing._createdAt, ...content}
    this.#put(content._id, replacement, {createOrReplace: content})
    return {id: content._id, operation: 'update'}
  }

  /** Deletes the document, if it is there; `purge` takes its history along, also of one that is gone already. */
  delete(id: string, {purge = false} = {}): MutationResult {
    const mutation: JsonObject = {delete: {id, ...(purge ? {purge} : {})}}
    const exists = this.get(id) !== undefined
    const isLogged = purge && (this.#documents.has(id) || this.loggedOf(publishedIdOf(id)).includes(id))
    if (exists) this.#put(id, null, mutation)
    else if (isLogged) this.#mutations.push(mutation)
    if (isLogged || (exists && purge)) this.purge(id)
    return {id, operation: exists ? 'delete' : 'none'}
  }

  /** Takes away the history of a document up to here. */
  purge(id: string): void {
    this.#purged.add(id)
    const staged = this.#documents.get(id)
    if (staged !== undefined) staged.purged = true
  }

  /** Those of a published id, its draft and its versions that the log or this transaction tells of. */
  loggedOf(publishedId: string): string[] {
    const staged = [...this.#documents.keys()].filter((id) => publishedIdOf(id) === publishedId)
    return [...new Set([...this.view.loggedOf(publishedId), ...staged])]
  }

  /** Applies a patch without its address (`id`, `query`, `ifRevisionID`). */
  patch(id: string, operations: JsonObject): MutationResult {
    const document = this.demand(id)
    const {generateKey, autoGenerateArrayKeys} = this.context
    const keyed = autoGenerateArrayKeys ? keyedPatch(operations, generateKey) : operations
    const patched: JsonObject = applyPatch(document, keyed)
    for (const name of ['_id', '_type'] as const) {
      if (patched[name] !== document[name]) throw immutableAttribute(id, name)
    }
    const {_createdAt, _system} = document
    this.#put(
      id,
      {...patched, _id: id, _type: document._type, _createdAt, ...(_system ? {_system} : {})},
      {
        patch: {id, ...keyed},
      },
    )
    return {id, operation: 'update'}
  }

  /** Makes a version stand for "unpublish this document" in its release. */
  markForDeletion(id: string): void {
    const document = this.demand(id)
    const system = isJsonObject(document._system) ? document._system : {}
    this.#put(
      id,
      {...document, _system: {...system, delete: true}},
      {
        patch: {id, set: {'_system.delete': true}},
      },
    )
  }

  /** Checks the state after the whole transaction and gives what it did, ready to be committed. */
  finish(): Effected {
    const changes: Change[] = []
    for (const [documentId, {before, after, purged, mutations, item}] of this.#documents) {
      if (before === null && after === null) continue
      this.item = item
      if (after !== null) demandWithinLimits(after)
      demandIntegrity(this, documentId, after)
      const effects = effectsBetween(before, after)
      changes.push({documentId, before, after, mutations, effects, ...(purged ? {purged} : {})})
    }
    return {changes, mutations: this.#mutations, purged: [...this.#purged]}
  }

  #pending(): PendingChange[] {
    return Array.from(this.#documents, ([documentId, {before, after}]) => ({documentId, before, after}))
  }

  #put(id: string, content: DocumentContent | null, mutation: JsonObject): void {
    const staged = this.#documents.get(id) ?? {
      before: this.view.get(id) ?? null,
      after: null,
      purged: false,
      mutations: [],
      item: this.item,
    }
    staged.after = content === null ? null : stamped(content, this.context)
    staged.mutations.push(mutation)
    staged.item = this.item
    this.#documents.set(id, staged)
    this.#mutations.push(mutation)
  }

  /** A document as sent, with an id, and without what is not the sender's to say. */
  #contentOf(attributes: JsonObject): DocumentContent {
    const {_id: sentId, _type: type, _rev, _updatedAt, _system, ...rest} = attributes
    const id = this.#idOf(sentId)
    if (typeof type !== 'string' || type === '') throw malformed(`Document "${id}" must have a "_type"`)
    const content = {_id: id, _type: type, ...rest}
    const {autoGenerateArrayKeys, generateKey} = this.context
    return autoGenerateArrayKeys ? (withArrayKeys(content, generateKey) as DocumentContent) : content
  }

  /** The id as sent, or a generated one: alone, or after a prefix that ends in a dot. */
  #idOf(sent: Json | undefined): string {
    if (sent === undefined || sent === null || sent === '') return this.context.generateId()
    if (typeof sent !== 'string') throw malformedId(JSON.stringify(sent))
    const id = sent.endsWith('.') ? sent + this.context.generateId() : sent
    if (!isDocumentId(id)) throw malformedId(id)
    return id
  }
}
