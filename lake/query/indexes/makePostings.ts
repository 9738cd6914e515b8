import type {Slots} from './index.ts'
import type {Key, KeysOf} from './keyIndex.ts'
import {LONG, LongPosting} from './longPosting.ts'

/** The slots of one key: the slot itself where it is one, as for most slugs and ids. */
export type KeptPosting = number | number[] | LongPosting

/**
 * The slots of every key of some documents. Keys are counted first, so that each long list is made once
 * and as long as it has to be: lists that grow leave several times their size behind.
 */
export function makePostings(slots: Slots, keysOf: KeysOf): Map<Key, KeptPosting> {
  const numbers = new Map<Key, number>()
  const lengths: number[] = []
  const seen = new Tape()
  for (const document of slots) {
    const keys = document === undefined ? [] : keysOf(document)
    seen.write(keys.length)
    for (const key of keys) {
      let number = numbers.get(key)
      if (number === undefined) numbers.set(key, (number = lengths.push(0) - 1))
      lengths[number] = (lengths[number] ?? 0) + 1
      seen.write(number)
    }
  }
  return named(numbers, placed(seen, slots.length, lengths))
}

/** The slots of each numbered key, read off the tape: for each slot how many keys it has, and which. */
function placed(seen: Tape, slots: number, lengths: readonly number[]): (number[] | Uint32Array)[] {
  const lists = lengths.map((length) => (length < LONG ? [] : new Uint32Array(length)))
  const ends = new Uint32Array(lengths.length)
  for (let slot = 0; slot < slots; slot++) {
    for (let left = seen.read(); left > 0; left--) {
      const key = seen.read()
      const list = lists[key]
      const end = ends[key] ?? 0
      if (list !== undefined) list[end] = slot
      ends[key] = end + 1
    }
  }
  return lists
}

/** The same map with the lists in the place of the numbers: a second one would take as much again. */
function named(
  numbers: Map<Key, KeptPosting>,
  lists: readonly (number[] | Uint32Array)[],
): Map<Key, KeptPosting> {
  let number = 0
  // A map goes through its keys in the order in which they were numbered.
  for (const key of numbers.keys()) {
    const list = lists[number++] ?? []
    if (list instanceof Uint32Array) numbers.set(key, new LongPosting(list))
    else numbers.set(key, list.length === 1 ? (list[0] ?? 0) : list)
  }
  return numbers
}

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
