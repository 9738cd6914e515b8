import type {StoredDocument} from '../../model/document.ts'

/** The documents of a view by slot; deleted ones leave a hole. */
export type Slots = readonly (StoredDocument | undefined)[]

/** Slots in ascending order. */
export type Posting = readonly number[] | Uint32Array

/** What became of the document in one slot. */
export interface SlotChange {
  readonly slot: number
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
}
