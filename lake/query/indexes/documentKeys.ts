import type {StoredDocument} from '../../model/document.ts'
import {bundleOf, isVersionId, publishedIdOf} from '../../model/ids.ts'
import {type Value, isObject} from '../value/value.ts'
import {addTokens, allTextsOf, textsOf} from '../value/tokens.ts'
import type {Key, KeysOf} from './keyIndex.ts'

const NONE: readonly Key[] = []

/** Evaluates an expression for one document. */
export type ValueOf = (document: StoredDocument) => Value

const isKey = (value: Value): value is Key =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The value itself, when it can equal anything. */
export const valueKey =
  (valueOf: ValueOf): KeysOf =>
  (document) => {
    const value = valueOf(document)
    return isKey(value) ? [value] : NONE
  }

/** The items of an array. */
export const itemKeys =
  (valueOf: ValueOf): KeysOf =>
  (document) => {
    const value = valueOf(document)
    if (!Array.isArray(value) || value.length === 0) return NONE
    return value.filter(isKey)
  }

/** `true` where the value is there. */
export const presenceKey =
  (valueOf: ValueOf): KeysOf =>
  (document) =>
    valueOf(document) === null ? NONE : [true]

/** The words that `match` finds. */
export const tokenKeys = (valueOf: ValueOf): KeysOf => wordKeys((document) => textsOf(valueOf(document)))

/** The words that `text::query()` finds, at any depth. */
export const allTokenKeys = (valueOf: ValueOf): KeysOf =>
  wordKeys((document) => allTextsOf(valueOf(document)))

/** Most changes leave most texts as they are: those are not taken apart again. */
function wordKeys(textsIn: (document: StoredDocument) => readonly string[]): KeysOf {
  return Object.assign((document: StoredDocument) => wordsIn(textsIn(document)), {
    isSame(before: StoredDocument, after: StoredDocument): boolean {
      const was = textsIn(before)
      const is = textsIn(after)
      return was.length === is.length && was.every((text, at) => text === is[at])
    },
  })
}

function wordsIn(texts: readonly string[]): readonly Key[] {
  if (texts.length === 0) return NONE
  const words: string[] = []
  for (const text of texts) addTokens(text, words)
  return words
}

/** The ids that a document refers to, as `references()` sees them. */
export const referenceKeys: KeysOf = (document) => {
  const ids = new Set<string>()
  collectReferences(document, ids)
  return ids.size === 0 ? NONE : [...ids]
}

function collectReferences(value: Value, ids: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectReferences(item, ids)
  else if (isObject(value)) {
    const reference = Object.hasOwn(value, '_ref') ? value['_ref'] : undefined
    if (typeof reference === 'string' && reference !== '') ids.add(reference)
    else if (!reference) {
      for (const name of Object.keys(value)) {
        if (name !== '_system') collectReferences(value[name] ?? null, ids)
      }
    }
  }
}

const storedId = (document: StoredDocument): string => {
  const original = document['_originalId']
  return typeof original === 'string' ? original : document._id
}

/** The published id of the group, for `sanity::versionOf()`. */
export const groupKey: KeysOf = (document) => [publishedIdOf(document._id)]

/** The release that a version belongs to, for `sanity::partOfRelease()`. */
export const releaseKey: KeysOf = (document) => {
  const id = storedId(document)
  const release = isVersionId(id) ? bundleOf(id) : undefined
  return release === undefined ? NONE : [release]
}
