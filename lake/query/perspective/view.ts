import type {StoredDocument} from '../../model/document.ts'
import {IndexCatalog} from '../indexes/catalog.ts'
import type {Posting} from '../indexes/index.ts'
import {lowerBound} from '../indexes/selection.ts'
import {type Value, type ValueObject, isObject} from '../value/value.ts'

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

/** A view is made anew when this many documents, and this share of them, came after it was made. */
const MAX_LATE = 1000
const MAX_LATE_SHARE = 0.25

/**
 * The documents of the dataset as one perspective shows them. Each has a slot, a number that stays
 * its own, and indexes are lists of slots. The dataset's order is the order of ids, so that it is
 * the same after a restart: slots have it when the view is made, later documents come at the end.
 */
export class View {
  readonly indexes: IndexCatalog
  readonly #source: ViewSource
  readonly #slotOf = new Map<string, number>()
  readonly #slots: (StoredDocument | undefined)[] = []
  readonly #keys: string[] = []
  /** Slots below this are in the order of their keys. */
  readonly #sorted: number
  #dense: StoredDocument[] | undefined

  constructor(source: ViewSource) {
    this.#source = source
    for (const key of [...source.keys()].sort()) {
      const document = source.show(key)
      if (document !== undefined && !this.#slotOf.has(key)) this.#append(key, document)
    }
    this.#sorted = this.#slots.length
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
    this.#dense ??= this.sortedSlots().flatMap((slot) => this.#slots[slot] ?? [])
    return this.#dense
  }

  /** All slots with documents, in dataset order. */
  sortedSlots(): number[] {
    const slots: number[] = []
    for (let slot = 0; slot < this.#slots.length; slot++) {
      if (this.#slots[slot] !== undefined) slots.push(slot)
    }
    return this.#isInOrder(slots) ? slots : slots.sort((a, b) => this.compareSlots(a, b))
  }

  /** Ascending slots in dataset order: the same list unless late documents are in it. */
  ordered(slots: Posting): Posting {
    return this.#isInOrder(slots) ? slots : slots.toSorted((a, b) => this.compareSlots(a, b))
  }

  #isInOrder(slots: Posting): boolean {
    return (slots.at(-1) ?? -1) < this.#sorted
  }

  /** The dataset's order of two slots. */
  compareSlots(a: number, b: number): number {
    if (a < this.#sorted && b < this.#sorted) return a - b
    const keyA = this.#keys[a] ?? ''
    const keyB = this.#keys[b] ?? ''
    if (keyA === keyB) return a - b
    return keyA < keyB ? -1 : 1
  }

  /** Slots of the documents whose key starts with a prefix, ascending. */
  slotsWithPrefix(prefix: string): number[] {
    const slots: number[] = []
    const first = lowerBound(this.#sorted, (at) => (this.#keys[at] ?? '') < prefix)
    const isWithin = (slot: number): boolean => this.#keys[slot]?.startsWith(prefix) === true
    for (let slot = first; slot < this.#sorted && isWithin(slot); slot++) {
      if (this.#slots[slot] !== undefined) slots.push(slot)
    }
    for (let slot = this.#sorted; slot < this.#slots.length; slot++) {
      if (isWithin(slot) && this.#slots[slot] !== undefined) slots.push(slot)
    }
    return slots
  }

  /** Whether so many documents came late that a new view would be better. */
  get isWorn(): boolean {
    const late = this.#slots.length - this.#sorted
    return late > MAX_LATE && late > this.#sorted * MAX_LATE_SHARE
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

  /** A copy of a value with its score; a document's copy still tells its stored id. */
  withScore(value: ValueObject, score: number): ValueObject {
    const originalId = this.showsOriginalId ? this.originalIdOf(value) : null
    return originalId === null
      ? {...value, _score: score}
      : {...value, _originalId: originalId, _score: score}
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
    this.#keys.push(key)
    this.#slotOf.set(key, slot)
    return slot
  }
}
