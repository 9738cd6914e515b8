import type {StoredDocument} from '../../model/document.ts'
import {IndexCatalog} from '../indexes/catalog.ts'
import {type Value, isObject} from '../value/value.ts'

/** Where a view gets its documents from. */
export interface ViewSource {
  /** The keys of all documents that may be shown; a key may come twice. */
  keys(): Iterable<string>
  /** The key under which a stored id is shown. */
  keyOf(id: string): string
  /** The document shown under a key, if any. */
  show(key: string): StoredDocument | undefined
  /** Whether ids are shown as stored. */
  readonly raw: boolean
  /** Whether whole documents are answered with `_originalId`. */
  readonly showsOriginalId: boolean
}

/**
 * The documents of the dataset as one perspective shows them. Each has a slot, a number that stays
 * its own: slots in ascending order are the dataset's order, and indexes are lists of slots.
 */
export class View {
  readonly indexes: IndexCatalog
  readonly #source: ViewSource
  readonly #slotOf = new Map<string, number>()
  readonly #slots: (StoredDocument | undefined)[] = []
  #dense: StoredDocument[] | undefined

  constructor(source: ViewSource) {
    this.#source = source
    for (const key of source.keys()) {
      const document = source.show(key)
      if (document !== undefined && !this.#slotOf.has(key)) this.#append(key, document)
    }
    this.indexes = new IndexCatalog(this.#slots)
  }

  get raw(): boolean {
    return this.#source.raw
  }

  get showsOriginalId(): boolean {
    return this.#source.showsOriginalId
  }

  get size(): number {
    return this.#slotOf.size
  }

  /** The documents by slot; deleted ones leave a hole. */
  get slots(): readonly (StoredDocument | undefined)[] {
    return this.#slots
  }

  /** All documents in dataset order. The list is never changed afterwards. */
  all(): StoredDocument[] {
    this.#dense ??= this.#slots.filter((document) => document !== undefined)
    return this.#dense
  }

  get(id: string): StoredDocument | undefined {
    const slot = this.#slotOf.get(id)
    return slot === undefined ? undefined : this.#slots[slot]
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id)
  }

  /** The stored id of a document of this view; null for other values and in the raw perspective. */
  originalIdOf(value: Value): string | null {
    if (this.raw || !isObject(value)) return null
    const {_id: id, _originalId: original} = value
    if (typeof id !== 'string' || this.get(id) !== value) return null
    return typeof original === 'string' ? original : id
  }

  /** Shows what became of the stored documents with these ids. */
  refresh(ids: readonly string[]): void {
    for (const id of ids) {
      const key = this.#source.keyOf(id)
      const slot = this.#slotOf.get(key)
      const before = slot === undefined ? undefined : this.#slots[slot]
      const after = this.#source.show(key)
      if (before === after) continue
      this.#dense = undefined
      if (slot === undefined) {
        if (after !== undefined) this.indexes.record(this.#append(key, after), undefined, after)
        continue
      }
      this.#slots[slot] = after
      if (after === undefined) this.#slotOf.delete(key)
      this.indexes.record(slot, before, after)
    }
  }

  #append(key: string, document: StoredDocument): number {
    const slot = this.#slots.push(document) - 1
    this.#slotOf.set(key, slot)
    return slot
  }
}
