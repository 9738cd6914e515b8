import type {StoredDocument} from '../../model/document.ts'
import type {Value} from '../value/value.ts'
import type {SlotChange, Slots} from './index.ts'

/** What decides whether a document is in a selection, and where. */
export interface Membership {
  readonly holds: (document: StoredDocument) => boolean
  /** The values by which it has its place. */
  readonly keysOf: (document: StoredDocument) => readonly Value[]
  /** The order of two lists of keys; 0 leaves it to the slots. */
  readonly compareKeys: (a: readonly Value[], b: readonly Value[]) => number
  /** The order of two slots; never 0 for different slots. */
  readonly compareSlots: (a: number, b: number) => number
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
        if (holds && isSamePlace(before, document, membership)) continue
        const at = this.slots.indexOf(slot)
        if (at !== -1) this.slots.splice(at, 1)
      }
      if (holds) entering.push(slot)
    }
    if (entering.length > 0) this.memo.clear()
    for (const slot of entering) this.slots.splice(this.#placeOf(slot, documents, membership), 0, slot)
  }

  #placeOf(slot: number, documents: Slots, {keysOf, compareKeys, compareSlots}: Membership): number {
    const keysAt = (at: number): readonly Value[] => {
      const document = documents[at]
      return document === undefined ? [] : keysOf(document)
    }
    const keys = keysAt(slot)
    return lowerBound(this.slots.length, (at) => {
      const other = this.slots[at] ?? 0
      return (compareKeys(keysAt(other), keys) || compareSlots(other, slot)) < 0
    })
  }
}

const isSamePlace = (
  before: StoredDocument,
  after: StoredDocument,
  {keysOf, compareKeys}: Membership,
): boolean => compareKeys(keysOf(before), keysOf(after)) === 0

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
