import type {StoredDocument} from '../model/document.ts'
import {strongReferences} from '../mutate/index.ts'

/** Which documents refer strongly to which. */
export class ReferenceIndex {
  readonly #sources = new Map<string, Set<string>>()

  sourcesOf(target: string): string[] {
    return [...(this.#sources.get(target) ?? [])]
  }

  add(document: StoredDocument): void {
    for (const target of strongReferences(document)) {
      const sources = this.#sources.get(target) ?? new Set()
      sources.add(document._id)
      this.#sources.set(target, sources)
    }
  }

  remove(document: StoredDocument): void {
    for (const target of strongReferences(document)) {
      const sources = this.#sources.get(target)
      sources?.delete(document._id)
      if (sources?.size === 0) this.#sources.delete(target)
    }
  }
}
