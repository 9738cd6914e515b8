import type {StoredDocument} from '../../model/document.ts'
import {type Value, isObject} from '../value/value.ts'

/**
 * What a query reads and a change concerns, in the same words: documents of a type, one by its id, by
 * its slug, or those that refer to an id. They can be told from a document alone, so that they hold
 * for queries answered before a restart too.
 */
export type Subject = string

/** All documents: what every change concerns. */
export const EVERYTHING: Subject = 'everything'

export const typeSubject = (type: string): Subject => `type ${type}`
export const idSubject = (id: string): Subject => `id ${id}`
export const slugSubject = (attribute: string, slug: string): Subject => `slug ${attribute} ${slug}`
export const referenceSubject = (id: string): Subject => `reference ${id}`

/** What a document is read by besides its id: its type, its slugs and all that it refers to. */
export function collectSubjects(document: StoredDocument, into: Set<Subject>): void {
  into.add(typeSubject(document._type))
  for (const [name, value] of Object.entries<Value>(document)) {
    if (!isObject(value)) continue
    const slug = value['current']
    if (typeof slug === 'string') into.add(slugSubject(name, slug))
  }
  collectReferences(document, into)
}

/** Every `_ref`, also where `references()` does not look: conditions on paths do. */
function collectReferences(value: Value, into: Set<Subject>): void {
  if (Array.isArray(value)) for (const item of value) collectReferences(item, into)
  else if (isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      if (name === '_ref' && typeof part === 'string') into.add(referenceSubject(part))
      else if (typeof part === 'object') collectReferences(part, into)
    }
  }
}
