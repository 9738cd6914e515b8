import type {SlotChange, Slots} from './index.ts'
import {type Key, KeyIndex, type KeptPosting, type KeysOf} from './keyIndex.ts'
import {LateChanges} from './lateChanges.ts'
import {LONG, LongPosting} from './longPosting.ts'
import type {Maker, Steps} from './making.ts'

/** What is done at a time: taking a text apart is slow, the rest is quick. */
const SLOTS_AT_A_TIME = 16
const KEYS_AT_A_TIME = 1024

/**
 * Makes a `KeyIndex`. Keys are counted first, so that each long list is made once and as long as it has
 * to be: lists that grow leave several times their size behind.
 */
export class KeyIndexMaker implements Maker<KeyIndex> {
  readonly #slots: Slots
  readonly #keysOf: KeysOf
  /** Slots from here on came after it was begun. */
  readonly #end: number
  readonly #late: LateChanges
  /** The number of each key, in the order in which they came up, until its list takes its place. */
  readonly #postings = new Map<Key, KeptPosting>()
  /** How many slots each key has, by its number. */
  readonly #lengths: number[] = []
  /** The last slot that had each key, by its number. */
  readonly #lastSlots: number[] = []
  /** For each slot how many keys it has, and their numbers. */
  readonly #tape = new Tape()
  #seen = 0
  #entries = 0

  constructor(slots: Slots, keysOf: KeysOf) {
    this.#slots = slots
    this.#keysOf = keysOf
    this.#end = slots.length
    this.#late = new LateChanges(slots)
  }

  record(change: SlotChange): void {
    if (change.slot < this.#seen || change.slot >= this.#end) this.#late.record(change)
  }

  *steps(): Steps<KeyIndex> {
    while (this.#seen < this.#end) {
      this.#see(this.#seen + SLOTS_AT_A_TIME)
      yield
    }
    yield* this.#name(yield* this.#place())
    const index = new KeyIndex(this.#postings, this.#entries, this.#keysOf)
    for (const change of this.#late.taken()) {
      index.change(change)
      yield
    }
    return index
  }

  #see(end: number): void {
    for (; this.#seen < Math.min(end, this.#end); this.#seen++) {
      const document = this.#slots[this.#seen]
      const numbers = document === undefined ? [] : this.#numbersOf(this.#keysOf(document))
      this.#entries += numbers.length
      this.#tape.write(numbers.length)
      for (const number of numbers) this.#tape.write(number)
    }
  }

  /** The numbers of the keys of the slot that is being seen, each once. */
  #numbersOf(keys: readonly Key[]): number[] {
    const numbers: number[] = []
    for (const key of keys) {
      let number = this.#postings.get(key)
      if (typeof number !== 'number') this.#postings.set(key, (number = this.#lengths.push(0) - 1))
      if (this.#lastSlots[number] === this.#seen) continue
      this.#lastSlots[number] = this.#seen
      this.#lengths[number] = (this.#lengths[number] ?? 0) + 1
      numbers.push(number)
    }
    return numbers
  }

  /** The slots of each key, by its number. */
  *#place(): Steps<(number[] | Uint32Array)[]> {
    const lists: (number[] | Uint32Array)[] = []
    const ends = new Uint32Array(this.#lengths.length)
    for (let slot = 0; slot < this.#end; slot++) {
      for (let left = this.#tape.read(); left > 0; left--) {
        const key = this.#tape.read()
        const list = (lists[key] ??= listOf(this.#lengths[key] ?? 0))
        const end = ends[key] ?? 0
        list[end] = slot
        ends[key] = end + 1
      }
      if (slot % SLOTS_AT_A_TIME === 0) yield
    }
    return lists
  }

  /** Puts the lists in the place of the numbers: a second map would take as much again. */
  *#name(lists: readonly (number[] | Uint32Array)[]): Steps<void> {
    let number = 0
    // A map goes through its keys in the order in which they were numbered.
    for (const key of this.#postings.keys()) {
      const list = lists[number++] ?? []
      if (list instanceof Uint32Array) this.#postings.set(key, new LongPosting(list))
      else this.#postings.set(key, list.length === 1 ? (list[0] ?? 0) : list)
      if (number % KEYS_AT_A_TIME === 0) yield
    }
  }
}

/** A list with room for just so many: one that grows takes room for sixteen more at once. */
const listOf = (length: number): number[] | Uint32Array =>
  length < LONG ? Array.from({length}, () => 0) : new Uint32Array(length)

const PART = 1 << 16

/** Numbers that are written one after the other, and then read once. */
class Tape {
  readonly #parts: Uint32Array[] = []
  #written = 0
  #read = 0

  write(value: number): void {
    const at = this.#written++ % PART
    if (at === 0) this.#parts.push(new Uint32Array(PART))
    const part = this.#parts.at(-1)
    if (part !== undefined) part[at] = value
  }

  read(): number {
    const at = this.#read++
    return this.#parts[Math.floor(at / PART)]?.[at % PART] ?? 0
  }
}
