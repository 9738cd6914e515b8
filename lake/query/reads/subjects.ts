import {type Json, type StoredDocument, isJsonObject} from '../../model/document.ts'

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

/** Tells by what a document is found besides its id; what it shares with `told` has been told before. */
export function eachSubject(
  document: StoredDocument,
  told: StoredDocument | null,
  tell: (kind: SubjectKind, text: string) => void,
): void {
  if (document._type !== told?._type) tell('type', document._type)
  for (const name in document) {
    const value = document[name]
    if (typeof value !== 'object' || value === null || value === told?.[name] || name === '_system') continue
    if (isJsonObject(value) && typeof value['current'] === 'string') tell('slug', value['current'])
    eachReference(value, tell)
  }
}

/**
 * Every `_ref`, also where `references()` does not look: conditions on paths do. By its group in
 * `_system` every document would refer to itself.
 */
function eachReference(
  value: Json[] | {[name: string]: Json},
  tell: (kind: 'reference', id: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) eachReference(item, tell)
    return
  }
  for (const name in value) {
    const part = value[name]
    if (name === '_ref' && typeof part === 'string') tell('reference', part)
    else if (typeof part === 'object' && part !== null && name !== '_system') eachReference(part, tell)
  }
}
