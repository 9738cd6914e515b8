import type {Document, JsonObject} from '../../migrate/model.ts'
import {withAssetReferences} from '../archive/assetFile.ts'

/** What a dataset keeps about a document and not what the document says. */
const KEPT_BY_DATASET = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])

/** What a document says, the same from a dataset and from an archive of it. */
export function contentOf(document: Document): Document {
  const said = Object.entries(document).filter(([name]) => !KEPT_BY_DATASET.has(name))
  return withAssetReferences(Object.fromEntries(said)) as JsonObject as Document
}

export interface Selection {
  drafts: boolean
  /** Versions in releases. */
  versions: boolean
  /** Only these types; what people write when empty. */
  types: string[]
}

/**
 * The documents of a selection. Assets come through the fields that show them, and what the service keeps
 * for itself (`_.` ids) is another in each dataset: neither is ever selected. Types of `sanity.` and
 * `system.` only when they are named.
 */
export function select<T extends Document>(
  documents: readonly T[],
  {drafts, versions, types}: Selection,
): T[] {
  return documents.filter(({_id, _type}) => {
    if (_id.startsWith('_.') || isAssetType(_type)) return false
    if (_id.startsWith('drafts.') && !drafts) return false
    if (_id.startsWith('versions.') && !versions) return false
    return types.length > 0 ? types.includes(_type) : !/^(?:sanity|system)\./.test(_type)
  })
}

export const isAssetType = (type: string): boolean =>
  type === 'sanity.imageAsset' || type === 'sanity.fileAsset'
