import {assetFileName, parseAssetDocumentId} from '../assets/assetName.ts'
import {type Json, type JsonObject, type StoredDocument, isJsonObject} from '../model/document.ts'
import {isReleaseDocumentId, isSystemId} from '../model/ids.ts'

/** Where an asset lies in an archive, `images/<file name>`; `undefined` when the id is not one's. */
export function assetPlace(id: string): string | undefined {
  const name = parseAssetDocumentId(id)
  return name && `${name.kind}s/${assetFileName(name)}`
}

/** Whether an archive has a document: not what importing makes anew, nor what belongs to the lake. */
export const isArchived = ({_id}: StoredDocument): boolean =>
  assetPlace(_id) === undefined && (!isSystemId(_id) || isReleaseDocumentId(_id))

/** A document in the form that `@sanity/import` reads: assets are named by their place in the archive. */
export function archived(value: JsonObject): JsonObject {
  const {asset, ...rest} = value
  const id = isJsonObject(asset ?? null) ? (asset as JsonObject)._ref : undefined
  const place = typeof id === 'string' ? assetPlace(id) : undefined
  const kept = Object.entries(place === undefined ? value : rest)
  return {
    ...(place === undefined ? {} : {_sanityAsset: `${place.split('s/')[0]}@file://./${place}`}),
    ...Object.fromEntries(kept.map(([name, item]) => [name, archivedValue(item)])),
  }
}

function archivedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(archivedValue)
  return isJsonObject(value) ? archived(value) : value
}
