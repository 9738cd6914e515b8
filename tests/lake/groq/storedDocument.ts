import type {JsonObject, StoredDocument} from '../../../lake/model/document.ts'

/** A document as the lake stores it, with what a test says of it. */
export const storedDocument = (fields: JsonObject = {}): StoredDocument => ({
  _id: 'd',
  _type: 't',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})
