/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject

/** A JSON object; attributes may be absent. */
export interface JsonObject {
  [key: string]: Json
}

/**
 * A document as the lake keeps it: immutable once stored, so that it can be shared by readers,
 * indexes and the log without copying.
 */
export type StoredDocument = JsonObject & {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
}

/** Whether a JSON value is an object, not an array or null. */
export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
