import {lowerBound} from './selection.ts'

/** From so many slots on a posting is kept this way. */
export const LONG = 64
/** How much more room a full posting gets, so that it is not copied for each slot. */
const GROWTH = 1.25

/** Ascending slots in four bytes each: lists of numbers take eight, and as much again while they grow. */
export class LongPosting {
  #slots: Uint32Array
  #length: number

  /** Keeps the slots that it is given, and changes them. */
  constructor(slots: Uint32Array) {
    this.#slots = slots
    this.#length = slots.length
  }

  get length(): number {
    return this.#length
  }

  /** The slots, until the posting next changes. */
  get slots(): Uint32Array {
    return this.#slots.subarray(0, this.#length)
  }

  /** Adds a slot that is not there. */
  add(slot: number): void {
    if (this.#length === this.#slots.length) {
      const slots = new Uint32Array(Math.ceil(this.#length * GROWTH))
      slots.set(this.#slots)
      this.#slots = slots
    }
    const place = this.#placeOf(slot)
    this.#slots.copyWithin(place + 1, place, this.#length)
    this.#slots[place] = slot
    this.#length++
  }

  /** Removes a slot that is there. */
  remove(slot: number): void {
    const place = this.#placeOf(slot)
    this.#slots.copyWithin(place, place + 1, this.#length)
    this.#length--
  }

  #placeOf(slot: number): number {
    const last = this.#slots[this.#length - 1]
    return last === undefined || last < slot ? this.#length : placeOf(this.slots, slot)
  }
}

/** Where a slot is, or belongs, in ascending slots; it must not be before `from`. */
export const placeOf = (slots: ArrayLike<number>, slot: number, from = 0): number =>
  from + lowerBound(slots.length - from, (at) => (slots[from + at] ?? 0) < slot)
