import type {StoredDocument} from '../../model/document.ts'
import type {Value} from '../value/value.ts'
import type {Posting, SlotChange, Slots} from './index.ts'
import {LateChanges} from './lateChanges.ts'
import {placeOf} from './longPosting.ts'
import type {Maker, Steps} from './making.ts'
import {type Membership, Selection} from './selection.ts'

/** How many documents are looked at, or put in order, at a time. */
const AT_A_TIME = 128

/** Among what to look for the documents of a selection. */
export interface Among {
  /** Slots in ascending order, outside of which no document belongs to it. */
  readonly slots: Posting
  /** Whether a document belongs to it of which is known that it is one of them. */
  readonly holds: (document: StoredDocument) => boolean
}

/** A slot, and the keys by which it is sorted however its document changes meanwhile. */
interface Row {
  readonly slot: number
  readonly keys: readonly Value[]
}

/** Makes a `Selection`: sorts short runs of the documents that belong to it, and merges them. */
export class SelectionMaker implements Maker<Selection> {
  readonly #slots: Slots
  readonly #membership: Membership
  readonly #late: LateChanges
  readonly #candidates: Posting | undefined
  readonly #holdsCandidate: Among['holds']
  /** Candidates that changed before they were seen: nothing is known of them any more. */
  readonly #changed = new Set<number>()
  /** How many candidates there are, and how many it has seen. */
  readonly #end: number
  #seen = 0

  /** @param among without it all documents are looked at */
  constructor(slots: Slots, membership: Membership, among?: Among) {
    this.#slots = slots
    this.#membership = membership
    this.#late = new LateChanges(slots)
    // An index goes on changing the slots that it hands out.
    this.#candidates = among?.slots.slice()
    this.#holdsCandidate = among?.holds ?? membership.holds
    this.#end = this.#candidates?.length ?? slots.length
  }

  record(change: SlotChange): void {
    if (this.#isYetToBeSeen(change.slot)) this.#changed.add(change.slot)
    else this.#late.record(change)
  }

  *steps(): Steps<Selection> {
    let runs: Row[][] = []
    while (this.#seen < this.#end) {
      runs.push(this.#nextRun())
      yield
    }
    while (runs.length > 1) {
      const merged: Row[][] = []
      for (let at = 0; at < runs.length; at += 2)
        merged.push(yield* this.#merge(runs[at] ?? [], runs[at + 1]))
      runs = merged
    }
    const selection = new Selection((runs[0] ?? []).map(({slot}) => slot))
    selection.update([...this.#late.taken()], this.#slots, this.#membership)
    return selection
  }

  #slotAt(at: number): number {
    return this.#candidates === undefined ? at : (this.#candidates[at] ?? 0)
  }

  #isYetToBeSeen(slot: number): boolean {
    const at = this.#candidates === undefined ? slot : placeOf(this.#candidates, slot)
    return at >= this.#seen && at < this.#end && this.#slotAt(at) === slot
  }

  #nextRun(): Row[] {
    const run: Row[] = []
    const end = Math.min(this.#seen + AT_A_TIME, this.#end)
    for (; this.#seen < end; this.#seen++) {
      const slot = this.#slotAt(this.#seen)
      const document = this.#slots[slot]
      const holds = this.#changed.has(slot) ? this.#membership.holds : this.#holdsCandidate
      if (document !== undefined && holds(document)) {
        run.push({slot, keys: this.#membership.keysOf(document)})
      }
    }
    return run.sort((a, b) => this.#compare(a, b))
  }

  *#merge(left: readonly Row[], right: readonly Row[] = []): Steps<Row[]> {
    const merged: Row[] = []
    let l = 0
    let r = 0
    for (;;) {
      const a = left[l]
      const b = right[r]
      if (a !== undefined && (b === undefined || this.#compare(a, b) < 0)) {
        merged.push(a)
        l++
      } else if (b !== undefined) {
        merged.push(b)
        r++
      } else return merged
      if (merged.length % AT_A_TIME === 0) yield
    }
  }

  #compare(a: Row, b: Row): number {
    return this.#membership.compareKeys(a.keys, b.keys) || this.#membership.compareSlots(a.slot, b.slot)
  }
}
