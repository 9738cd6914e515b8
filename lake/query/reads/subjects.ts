import type {StoredDocument} from '../../model/document.ts'
import {type Value, isObject} from '../value/value.ts'

/**
 * By what queries find documents, and changes concern them: their type, their id, a slug, an id that
 * they refer to. It can be told from a document alone, so that it holds for answers given before a
 * restart too.
 */
export type SubjectKind = 'type' | 'id' | 'slug' | 'reference'

/** Documents by some texts of one kind. */
export interface Subjects {
  readonly kind: SubjectKind
  readonly texts: readonly string[]
}

/** Tells by what a document is found besides its id. */
export function eachSubject(document: StoredDocument, tell: (kind: SubjectKind, text: string) => void): void {
  tell('type', document._type)
  for (const value of Object.values<Value>(document)) {
    const slug = isObject(value) ? value['current'] : undefined
    if (typeof slug === 'string') tell('slug', slug)
  }
  eachReference(document, (id) => tell('reference', id))
}

/**
 * Every `_ref`, also where `references()` does not look: conditions on paths do. By its group in
 * `_system` every document would refer to itself.
 */
function eachReference(value: Value, tell: (id: string) => void): void {
  if (Array.isArray(value)) for (const item of value) eachReference(item, tell)
  else if (isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      if (name === '_ref' && typeof part === 'string') tell(part)
      else if (typeof part === 'object' && name !== '_system') eachReference(part, tell)
    }
  }
}
