import type {StoredDocument} from '../model/document.ts'
import {strongReferences} from '../mutate/index.ts'

/** Which documents refer strongly to which. */
export class ReferenceIndex {
  readonly #sources = new Map<string, Set<string>>()

  sourcesOf(target: string): string[] {
    return [...(this.#sources.get(target) ?? [])]
  }

  /** Takes over what became of a document. Attributes that a change left alone are not walked. */
  change(before: StoredDocument | null, after: StoredDocument | null): void {
    if (before !== null && after !== null && !refersIn(before, after) && !refersIn(after, before)) return
    if (before !== null) this.#remove(before)
    if (after !== null) this.#add(after)
  }

  #add(document: StoredDocument): void {
    for (const target of strongReferences(document)) {
      const sources = this.#sources.get(target) ?? new Set()
      sources.add(document._id)
      this.#sources.set(target, sources)
    }
  }

  #remove(document: StoredDocument): void {
    for (const target of strongReferences(document)) {
      const sources = this.#sources.get(target)
      sources?.delete(document._id)
      if (sources?.size === 0) this.#sources.delete(target)
    }
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
