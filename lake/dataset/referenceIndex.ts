import type {StoredDocument} from '../model/document.ts'
import {strongReferences} from '../mutate/index.ts'

type Sources = Map<string, Set<string>>

/** Which documents refer strongly to which: made when it is first asked, so that a lake starts without it. */
export class ReferenceIndex {
  readonly #documents: ReadonlyMap<string, StoredDocument>
  #sources: Sources | undefined

  /** @param documents what it is made from; what becomes of them afterwards has to be told */
  constructor(documents: ReadonlyMap<string, StoredDocument>) {
    this.#documents = documents
  }

  sourcesOf(target: string): string[] {
    this.#sources ??= sourcesIn(this.#documents.values())
    return [...(this.#sources.get(target) ?? [])]
  }

  /** Takes over what became of a document. Attributes that a change left alone are not walked. */
  change(before: StoredDocument | null, after: StoredDocument | null): void {
    if (this.#sources === undefined) return
    if (before !== null && after !== null && !refersIn(before, after) && !refersIn(after, before)) return
    if (before !== null) remove(this.#sources, before)
    if (after !== null) add(this.#sources, after)
  }
}

function sourcesIn(documents: Iterable<StoredDocument>): Sources {
  const sources: Sources = new Map()
  for (const document of documents) add(sources, document)
  return sources
}

function add(sources: Sources, document: StoredDocument): void {
  for (const target of strongReferences(document)) {
    const known = sources.get(target)
    if (known === undefined) sources.set(target, new Set([document._id]))
    else known.add(document._id)
  }
}

function remove(sources: Sources, document: StoredDocument): void {
  for (const target of strongReferences(document)) {
    const known = sources.get(target)
    known?.delete(document._id)
    if (known?.size === 0) sources.delete(target)
  }
}

/** Whether a document refers to something in an attribute that is not the very same in another state. */
function refersIn(document: StoredDocument, other: StoredDocument): boolean {
  if (document._ref !== undefined) return true
  for (const name in document) {
    const value = document[name]
    if (typeof value !== 'object' || value === null || value === other[name]) continue
    if (strongReferences(value).size > 0) return true
  }
  return false
}
