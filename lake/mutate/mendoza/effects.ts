import {applyPatch} from 'mendoza'
import type {JsonObject, StoredDocument} from '../../model/document.ts'
import type {Effects, MendozaPatch} from '../../model/transaction.ts'
import {diffObject} from './diffObject.ts'
import {Op} from './opcodes.ts'

type Content = Omit<StoredDocument, '_rev'> & JsonObject

/** A mendoza patch from one state of a document to another; `null` is a document that isn't there. */
export function diff(before: JsonObject | null, after: JsonObject | null): MendozaPatch {
  if (before === null || after === null) return [Op.value, after]
  return diffObject(before, after)
}

/**
 * The patches between two states of a document, both ways. `_rev` takes no part: readers take it off
 * before they apply a patch and put the transaction's id in its place.
 */
export function effectsBetween(before: StoredDocument | null, after: StoredDocument | null): Effects {
  const from = withoutRevision(before)
  const to = withoutRevision(after)
  return {apply: diff(from, to), revert: diff(to, from)}
}

/** Applies a patch to a document and gives the result the revision that it has. */
export function applyEffect(
  document: StoredDocument | null,
  patch: MendozaPatch,
  revision: string | null,
): StoredDocument | null {
  const content = applyPatch(withoutRevision(document), patch) as Content | null
  return content === null || revision === null ? null : ({...content, _rev: revision} as StoredDocument)
}

function withoutRevision(document: StoredDocument | null): Content | null {
  if (document === null) return null
  const {_rev, ...content} = document
  return content
}
