import type {StoredDocument} from '../../model/document.ts'
import type {SlotChange, Slots} from './index.ts'
import type {KeyIndex, KeysOf} from './keyIndex.ts'
import {KeyIndexMaker} from './keyIndexMaker.ts'
import {Makings, type Patience} from './making.ts'
import type {Membership, Selection} from './selection.ts'
import {type Among, SelectionMaker} from './selectionMaker.ts'

/** Changes kept for indexes to catch up with. */
const MAX_JOURNAL = 4096
/** A selection is built anew rather than brought up to date over this many changes. */
const MAX_CATCH_UP = 256
/** Slots that all indexes of a view may keep: a fixed part and some for each document. */
const MIN_ENTRIES = 2_000_000
const ENTRIES_PER_DOCUMENT = 100

/** Lists of which is known how often they were wanted. */
const MAX_WANTED = 4000
/** Indexes on one expression that are made for different values of its operands. */
const MAX_FAMILY = 8
/** What an empty selection takes, in slots. */
const SELECTION_OVERHEAD = 16

interface Entry<Index> {
  index: Index
  /** How much of the journal it has taken over. */
  position: number
}

interface KeyEntry extends Entry<KeyIndex> {
  /** When it was last used, in uses of any index. */
  lastUse: number
}

/**
 * The indexes of one view. They are made when queries first ask for them, each going on where the one
 * before had to stop, and take over changes when they are next used; the least recently used ones go
 * when they keep too much.
 */
export class IndexCatalog {
  readonly #slots: Slots
  readonly #keyIndexes = new Map<string, KeyEntry>()
  readonly #selections = new Map<string, Entry<Selection>>()
  readonly #keyMakings = new Makings<KeyIndex>((name, index) => this.#insertKeys(name, index))
  readonly #listMakings = new Makings<Selection>((name, index) => this.#insertList(name, index))
  /** Kinds of lists that were ever kept. */
  readonly #kinds = new Set<string>()
  /** How often lists were wanted that are not kept. */
  readonly #wanted = new Map<string, number>()
  #selectedSlots = 0
  #uses = 0
  #newest: string | undefined
  #journal: SlotChange[] = []
  #trimmed = 0

  constructor(slots: Slots) {
    this.#slots = slots
  }

  /** Notes a change for the indexes to take over. */
  record(slot: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    const change = {slot, before, after}
    this.#keyMakings.record(change)
    this.#listMakings.record(change)
    this.#journal.push(change)
    if (this.#journal.length >= MAX_JOURNAL) this.#trim()
  }

  /**
   * The index by this name, made when there is none. A name stands for one `keysOf`. Of a family,
   * whose names share a beginning, only a few are made: more would be one for each query.
   *
   * @throws what `patience` says when it takes too long to make
   */
  keys(name: string, keysOf: () => KeysOf, patience: Patience): KeyIndex
  keys(name: string, keysOf: () => KeysOf, patience: Patience, family: string): KeyIndex | undefined
  keys(name: string, keysOf: () => KeysOf, patience: Patience, family?: string): KeyIndex | undefined {
    const entry = this.#keyIndexes.get(name)
    if (entry !== undefined) {
      entry.lastUse = ++this.#uses
      this.#catchUp(entry)
      return entry.index
    }
    if (family !== undefined && this.#isFull(name, family)) return undefined
    return this.#keyMakings.make(name, () => new KeyIndexMaker(this.#slots, keysOf()), patience)
  }

  /** Notes that a list would be of use, and answers how often it was so. */
  timesWanted(name: string): number {
    const times = (this.#wanted.get(name) ?? 0) + 1
    if (this.#wanted.size >= MAX_WANTED) this.#wanted.clear()
    this.#wanted.set(name, times)
    return times
  }

  /** Whether a list of this kind was ever kept, so that it pays to ask for one. */
  keepsLists(kind: string): boolean {
    return this.#kinds.has(kind)
  }

  /** The list kept by this name, brought up to date; undefined when there is none. */
  kept(name: string, membership: Membership): Selection | undefined {
    const entry = this.#selections.get(name)
    if (entry === undefined) return undefined
    if (this.#now - entry.position > MAX_CATCH_UP) {
      this.#drop(name, entry)
      return undefined
    }
    if (name !== this.#newest) {
      this.#selections.delete(name)
      this.#selections.set(name, entry)
      this.#newest = name
    }
    const {index} = entry
    if (entry.position === this.#now) return index
    // A query that is stopped meanwhile must not leave half a list behind.
    this.#drop(name, entry)
    index.update(this.#journal.slice(entry.position - this.#trimmed), this.#slots, membership)
    this.#insertList(name, index)
    return index
  }

  /**
   * Makes a list and keeps it by its name until others need its room.
   *
   * @param among where its documents are looked for; everywhere without it
   * @throws what `patience` says when it takes too long to make
   */
  makeList(
    {kind, name}: {kind: string; name: string},
    membership: Membership,
    patience: Patience,
    among?: () => Among,
  ): Selection {
    this.#kinds.add(kind)
    const begin = () => new SelectionMaker(this.#slots, membership, among?.())
    return this.#listMakings.make(name, begin, patience)
  }

  #insertKeys(name: string, index: KeyIndex): void {
    this.#keyIndexes.set(name, {index, position: this.#now, lastUse: ++this.#uses})
    this.#makeRoom()
  }

  #insertList(name: string, index: Selection): void {
    this.#selections.set(name, {index, position: this.#now})
    this.#selectedSlots += index.slots.length + SELECTION_OVERHEAD
    this.#newest = name
    this.#makeRoom()
  }

  /** Whether a family has no room for another; one that is being made has its place. */
  #isFull(wanted: string, family: string): boolean {
    let members = 0
    for (const name of [...this.#keyIndexes.keys(), ...this.#keyMakings.names]) {
      if (name !== wanted && name.startsWith(family)) members++
    }
    return members >= MAX_FAMILY
  }

  get #now(): number {
    return this.#trimmed + this.#journal.length
  }

  #catchUp(entry: KeyEntry): void {
    for (let at = entry.position - this.#trimmed; at < this.#journal.length; at++) {
      const change = this.#journal[at]
      if (change !== undefined) entry.index.change(change)
    }
    entry.position = this.#now
  }

  #trim(): void {
    for (const entry of this.#keyIndexes.values()) this.#catchUp(entry)
    for (const [name, entry] of this.#selections) {
      if (entry.position < this.#now) this.#drop(name, entry)
    }
    this.#trimmed = this.#now
    this.#journal = []
  }

  #drop(name: string, {index}: Entry<Selection>): void {
    this.#selectedSlots -= index.slots.length + SELECTION_OVERHEAD
    this.#selections.delete(name)
  }

  #makeRoom(): void {
    const room = Math.max(MIN_ENTRIES, this.#slots.length * ENTRIES_PER_DOCUMENT)
    for (const [name, entry] of this.#selections) {
      if (this.#selectedSlots <= room / 4 || this.#selections.size === 1) break
      this.#drop(name, entry)
    }
    let kept = 0
    for (const {index} of this.#keyIndexes.values()) kept += index.size
    const byUse = [...this.#keyIndexes].sort(([, a], [, b]) => a.lastUse - b.lastUse)
    for (const [name, {index}] of byUse.slice(0, -1)) {
      if (kept <= room) break
      kept -= index.size
      this.#keyIndexes.delete(name)
    }
  }
}
