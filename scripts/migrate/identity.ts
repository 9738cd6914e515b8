import {createHash} from 'node:crypto'

import type {DocumentType, Json} from './model.ts'

const ID_DIGITS = 24
const KEY_DIGITS = 12

/**
 * The id of a migrated document, from its natural key and never from order, title or file name. A hyphen
 * joins the parts, since a dot would hide the document from readers without a token.
 */
export function documentId(type: DocumentType, naturalKey: string): string {
  return `${type}-${sha256(`v1|${type}|${naturalKey}`).slice(0, ID_DIGITS)}`
}

/** The `_key` of an array item: from where it stands and what it says, so that a second run makes the same. */
export function itemKey(path: string, content: Json, occurrence = 0): string {
  return sha256(`${path}|${canonicalJson(content)}|${occurrence}`).slice(0, KEY_DIGITS)
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** JSON with sorted attributes: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
