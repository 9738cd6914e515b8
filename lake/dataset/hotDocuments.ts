import {type Json, type JsonObject, type StoredDocument, isJsonObject} from '../model/document.ts'
import {bundleOf, isVariantId, isVersionId, publishedIdOf} from '../model/ids.ts'
import type {DocumentView, PendingChange} from '../mutate/index.ts'
import {type DatasetName, type QueryEngine, createQueryEngine} from '../query/index.ts'
import {Groups} from './groups.ts'
import {ReferenceIndex} from './referenceIndex.ts'

/** Milliseconds that the query of a mutation may take: nobody else is served meanwhile. */
const SELECTION_DEADLINE = 1_000

/**
 * All documents of a dataset in memory, with what answers questions about them. Changes are taken over
 * before they are durable and taken back when that fails; both happens within one turn of the event
 * loop, so that nobody reads what was not committed.
 */
export class HotDocuments implements DocumentView {
  readonly engine: QueryEngine
  readonly #documents = new Map<string, StoredDocument>()
  readonly #references = new ReferenceIndex(this.#documents)
  readonly #variants = new Groups(publishedIdOf)
  readonly #versions = new Groups((id) => bundleOf(id) ?? '')
  readonly earlier: DocumentView['earlier']
  readonly loggedOf: DocumentView['loggedOf']

  constructor(
    documents: Iterable<StoredDocument>,
    name: DatasetName,
    {earlier, loggedOf}: Pick<DocumentView, 'earlier' | 'loggedOf'>,
  ) {
    this.earlier = earlier
    this.loggedOf = loggedOf
    for (const document of documents) this.#set(document._id, null, document)
    this.engine = createQueryEngine(this.#documents.values(), name)
  }

  get all(): ReadonlyMap<string, StoredDocument> {
    return this.#documents
  }

  get(id: string): StoredDocument | undefined {
    return this.#documents.get(id)
  }

  referencesTo(id: string): string[] {
    return this.#references.sourcesOf(id)
  }

  variantsOf(publishedId: string): string[] {
    return this.#variants.of(publishedId)
  }

  versionsOf(release: string): string[] {
    return this.#versions.of(release)
  }

  query(groq: string, params: JsonObject, pending: readonly PendingChange[]): string[] {
    this.engine.apply(pending)
    try {
      const deadline = SELECTION_DEADLINE
      const {result} = this.engine.query({query: groq, params, perspective: 'raw', deadline})
      return idsIn(result)
    } finally {
      this.engine.apply(pending.map(inverse))
    }
  }

  apply(changes: readonly PendingChange[]): void {
    for (const {documentId, before, after} of changes) this.#set(documentId, before, after)
    this.engine.apply(changes)
  }

  /** Takes back what `apply` took over. */
  revert(changes: readonly PendingChange[]): void {
    this.apply(changes.toReversed().map(inverse))
  }

  #set(id: string, before: StoredDocument | null, after: StoredDocument | null): void {
    this.#references.change(before, after)
    if (after === null) {
      this.#documents.delete(id)
      this.#setVariant(id, false)
      return
    }
    this.#documents.set(id, after)
    if (before === null) this.#setVariant(id, true)
  }

  #setVariant(id: string, exists: boolean): void {
    if (isVariantId(id)) this.#variants.set(id, exists)
    if (isVersionId(id)) this.#versions.set(id, exists)
  }
}

const inverse = ({documentId, before, after}: PendingChange): PendingChange => ({
  documentId,
  before: after,
  after: before,
})

/** The ids in what a query selected: documents, ids, or one of either. */
function idsIn(result: Json): string[] {
  const selected = Array.isArray(result) ? result : [result]
  return selected.flatMap((item) => {
    const id = isJsonObject(item) ? item._id : item
    return typeof id === 'string' ? [id] : []
  })
}
