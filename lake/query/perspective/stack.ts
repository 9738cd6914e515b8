import type {StoredDocument} from '../../model/document.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {queryError} from '../errors.ts'
import type {Perspective} from '../types.ts'
import {isObject} from '../value/value.ts'

/** A perspective in one form: `null` takes documents as they are stored, otherwise the bundles above published, leftmost wins. */
export type Stack = readonly string[] | null

/** Brings a perspective into its one form. `published` is always the base, whether named or not. */
export function stackOf(perspective: Perspective): Stack {
  if (perspective === 'unversioned') return null
  const names = typeof perspective === 'string' ? [perspective] : perspective
  if (names.includes('raw')) {
    if (names.length > 1) throw queryError(400, 'The perspective "raw" cannot be combined')
    return null
  }
  const end = names.indexOf('published')
  const above = end === -1 ? names : names.slice(0, end)
  return above.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
}

/** Whether a version says that its document is to disappear. */
export function isDeletion(document: StoredDocument): boolean {
  const system = document['_system']
  return isObject(system) && system['delete'] === true
}

/** A draft or version as a perspective shows it: under its published id, its own id kept beside. */
export function overlay(document: StoredDocument): StoredDocument {
  return {...document, _id: publishedIdOf(document._id), _originalId: document._id}
}
