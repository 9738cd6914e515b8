import type {Value} from '../value/value.ts'
import type {SlotChange, Slots} from './index.ts'

/** What decides whether a slot is in a selection, and where. */
export interface Membership {
  /** Whether a document belongs to it. */
  holds(document: NonNullable<Slots[number]>): boolean
  /** The order of two slots; never 0 for different slots. */
  compare(a: number, b: number): number
  /** Whether two states of a document have the same place. */
  isSamePlace(before: NonNullable<Slots[number]>, after: NonNullable<Slots[number]>): boolean
}

/** A filter's documents in order, kept and brought up to date by what changed since it was last used. */
export class Selection {
  readonly slots: number[]
  /** Aggregates over the documents, forgotten at every change. */
  readonly memo = new Map<string, Value>()

  constructor(slots: number[]) {
    this.slots = slots
  }

  /** Takes over changes, oldest first. `documents` is the present state. */
  update(changes: readonly SlotChange[], documents: Slots, membership: Membership): void {
    const first = new Map<number, SlotChange>()
    for (const change of changes) if (!first.has(change.slot)) first.set(change.slot, change)
    const entering: number[] = []
    for (const [slot, {before}] of first) {
      const document = documents[slot]
      const holds = document !== undefined && membership.holds(document)
      if (before !== undefined && membership.holds(before)) {
        this.memo.clear()
        // Finding and moving a slot takes time in a long list, and most changes are of something else.
        if (holds && membership.isSamePlace(before, document)) continue
        const at = this.slots.indexOf(slot)
        if (at !== -1) this.slots.splice(at, 1)
      }
      if (holds) entering.push(slot)
    }
    if (entering.length > 0) this.memo.clear()
    for (const slot of entering) this.slots.splice(this.#placeOf(slot, membership), 0, slot)
  }

  #placeOf(slot: number, membership: Membership): number {
    return lowerBound(this.slots.length, (at) => membership.compare(this.slots[at] ?? 0, slot) < 0)
  }
}

/** The first index for which `isBefore` does not hold; it must hold for all earlier ones. */
export function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
