import type {StoredDocument} from '../../model/document.ts'

/** The documents of a view by slot. */
export type Slots = readonly (StoredDocument | undefined)[]

export class IndexCatalog {
  constructor(_slots: Slots) {}
  record(_slot: number, _before: StoredDocument | undefined, _after: StoredDocument | undefined): void {}
}
