import type {StoredDocument} from '../../model/document.ts'
import type {Posting, SlotChange} from './index.ts'
import {LONG, LongPosting, placeOf} from './longPosting.ts'
import {lowerBound} from './selection.ts'

export type Key = string | number | boolean

/** Finds the keys of a document; one may come more than once. */
export interface KeysOf {
  (document: StoredDocument): readonly Key[]
  /** Tells that two states of a document have the same keys, where that is cheaper than finding them. */
  isSame?: (before: StoredDocument, after: StoredDocument) => boolean
}

/** The slots of one key: the slot itself where it is one, as for most slugs and ids. */
export type KeptPosting = number | number[] | LongPosting

const NOTHING: Posting = []

/** Documents by key: an attribute's value, the ids it refers to, the words of its text. */
export class KeyIndex {
  readonly #keysOf: KeysOf
  readonly #postings: Map<Key, KeptPosting>
  #entries: number
  /** All text keys in order, once they were asked for. */
  #words: string[] | undefined

  /** @param entries how many slots there are in all postings */
  constructor(postings: Map<Key, KeptPosting>, entries: number, keysOf: KeysOf) {
    this.#postings = postings
    this.#entries = entries
    this.#keysOf = keysOf
  }

  /** How many slots are kept, as a measure of memory. */
  get size(): number {
    return this.#entries + this.#postings.size
  }

  get(key: Key): Posting {
    const posting = this.#postings.get(key)
    if (posting === undefined) return NOTHING
    if (typeof posting === 'number') return [posting]
    return posting instanceof LongPosting ? posting.slots : posting
  }

  count(key: Key): number {
    const posting = this.#postings.get(key)
    if (posting === undefined) return 0
    return typeof posting === 'number' ? 1 : posting.length
  }

  /** All text keys that start with a prefix. */
  withPrefix(prefix: string): string[] {
    this.#words ??= [...this.#postings.keys()].filter((key) => typeof key === 'string').sort()
    const words = this.#words
    const start = this.#placeOf(prefix)
    let end = start
    while (words[end]?.startsWith(prefix) === true) end++
    return words.slice(start, end)
  }

  change({slot, before, after}: SlotChange): void {
    if (before && after && this.#keysOf.isSame?.(before, after)) return
    const was = before === undefined ? [] : this.#keysOf(before)
    const is = after === undefined ? [] : this.#keysOf(after)
    if (was.length === 1 && is.length === 1 && was[0] === is[0]) return
    const added = new Set(is)
    for (const key of new Set(was)) if (!added.delete(key)) this.#remove(key, slot)
    for (const key of added) this.#add(key, slot)
  }

  #add(key: Key, slot: number): void {
    this.#entries++
    const posting = this.#postings.get(key)
    if (posting === undefined) {
      this.#postings.set(key, slot)
      if (typeof key === 'string') this.#words?.splice(this.#placeOf(key), 0, key)
    } else if (typeof posting === 'number') {
      this.#postings.set(key, posting < slot ? [posting, slot] : [slot, posting])
    } else if (posting instanceof LongPosting) posting.add(slot)
    else {
      if ((posting.at(-1) ?? -1) < slot) posting.push(slot)
      else posting.splice(placeOf(posting, slot), 0, slot)
      if (posting.length === LONG) this.#postings.set(key, new LongPosting(Uint32Array.from(posting)))
    }
  }

  #remove(key: Key, slot: number): void {
    this.#entries--
    const posting = this.#postings.get(key)
    if (typeof posting === 'object' && posting.length > 1) {
      if (posting instanceof LongPosting) posting.remove(slot)
      else posting.splice(placeOf(posting, slot), 1)
      return
    }
    this.#postings.delete(key)
    if (typeof key === 'string') this.#words?.splice(this.#placeOf(key), 1)
  }

  /** Where a word is, or belongs, among all words. */
  #placeOf(word: string): number {
    const words = this.#words ?? []
    return lowerBound(words.length, (at) => (words[at] ?? '') < word)
  }
}
