import type {StoredDocument} from '../../model/document.ts'
import type {SlotChange, Slots} from './index.ts'

/** What becomes of documents while an index of them is being made, which has seen some of them already. */
export class LateChanges {
  readonly #slots: Slots
  /** What the index has seen, by slot. */
  readonly #seen = new Map<number, StoredDocument | undefined>()

  constructor(slots: Slots) {
    this.#slots = slots
  }

  /** Takes note of a change; one of a slot that is yet to be seen is none. */
  record({slot, before}: SlotChange): void {
    if (!this.#seen.has(slot)) this.#seen.set(slot, before)
  }

  /** Hands them over, one after the other, up to the last that came meanwhile. */
  *taken(): Iterable<SlotChange> {
    for (const [slot, before] of this.#seen) {
      this.#seen.delete(slot)
      yield {slot, before, after: this.#slots[slot]}
    }
  }
}
