import type {StoredDocument} from '../../model/document.ts'
import {bundleOf, isVersionId, publishedIdOf} from '../../model/ids.ts'
import type {DocumentChange, Perspective} from '../types.ts'
import {type Stack, isDeletion, overlay, stackOf} from './stack.ts'
import {View} from './view.ts'

/** Views kept: raw, published, drafts, and the release stacks that editors look through. */
const MAX_VIEWS = 12

const isAny = (): boolean => true
const isPublic = (id: string): boolean => !id.includes('.')
const isUnversioned = (id: string): boolean => !isVersionId(id)

/** All documents of a dataset and the views on them that perspectives ask for. */
export class Dataset {
  readonly #stored = new Map<string, StoredDocument>()
  /** Drafts and versions by the published id of their group, then by bundle. */
  readonly #variants = new Map<string, Map<string, StoredDocument>>()
  /** Views by perspective, the last used at the end. */
  readonly #views = new Map<string, View>()
  #lastUsed = ''

  constructor(documents: Iterable<StoredDocument>) {
    for (const document of documents) this.#store(document)
  }

  /** The view of a perspective; `publicOnly` leaves only ids without a dot. */
  view(perspective: Perspective, publicOnly: boolean): View {
    // With a comma at its end no stack is taken for a named perspective.
    const name = typeof perspective === 'string' ? perspective : [...perspective, ''].join()
    const key = publicOnly ? `public ${name}` : name
    const known = this.#views.get(key)
    if (known !== undefined) {
      if (key !== this.#lastUsed) {
        this.#views.delete(key)
        this.#views.set(key, known)
        this.#lastUsed = key
      }
      return known
    }
    const stack = stackOf(perspective)
    const visible = publicOnly ? isPublic : perspective === 'unversioned' ? isUnversioned : isAny
    const view = this.#createView(publicOnly && stack !== null ? [] : stack, visible)
    this.#views.set(key, view)
    this.#lastUsed = key
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= MAX_VIEWS) break
      this.#views.delete(oldest)
    }
    return view
  }

  /** The document, the draft and the versions of a published id. */
  variantsOf(publishedId: string): StoredDocument[] {
    const variants = this.#variants.get(publishedId)?.values() ?? []
    const published = this.#stored.get(publishedId)
    return published === undefined ? [...variants] : [published, ...variants]
  }

  apply(changes: readonly DocumentChange[]): void {
    for (const {documentId, after} of changes) {
      if (after === null) this.#remove(documentId)
      else this.#store(after)
    }
    const ids = changes.map(({documentId}) => documentId)
    for (const [key, view] of this.#views) {
      view.refresh(ids)
      if (view.isWorn) this.#views.delete(key)
    }
  }

  #createView(stack: Stack, visible: (id: string) => boolean): View {
    if (stack === null) {
      return new View({
        keys: () => this.#stored.keys(),
        keyOf: (id) => id,
        show: (id) => (visible(id) ? this.#stored.get(id) : undefined),
        raw: true,
        showsOriginalId: false,
      })
    }
    return new View({
      keys: () => this.#groups(),
      keyOf: publishedIdOf,
      show: (id) => (visible(id) ? this.#winner(id, stack) : undefined),
      raw: false,
      showsOriginalId: stack.length > 0,
    })
  }

  *#groups(): Iterable<string> {
    for (const id of this.#stored.keys()) {
      const group = publishedIdOf(id)
      const isFirst = group === id || !this.#stored.has(group)
      if (isFirst) yield group
    }
  }

  /** The document that stands for a group: the leftmost bundle that has one. */
  #winner(group: string, stack: readonly string[]): StoredDocument | undefined {
    const variants = this.#variants.get(group)
    if (variants !== undefined) {
      for (const bundle of stack) {
        const version = variants.get(bundle)
        if (version !== undefined) return isDeletion(version) ? undefined : overlay(version)
      }
    }
    return this.#stored.get(group)
  }

  #store(document: StoredDocument): void {
    const {_id: id} = document
    this.#stored.set(id, document)
    const bundle = bundleOf(id)
    if (bundle === undefined) return
    const group = publishedIdOf(id)
    const variants = this.#variants.get(group)
    if (variants === undefined) this.#variants.set(group, new Map([[bundle, document]]))
    else variants.set(bundle, document)
  }

  #remove(id: string): void {
    this.#stored.delete(id)
    const bundle = bundleOf(id)
    if (bundle === undefined) return
    const group = publishedIdOf(id)
    const variants = this.#variants.get(group)
    variants?.delete(bundle)
    if (variants?.size === 0) this.#variants.delete(group)
  }
}
