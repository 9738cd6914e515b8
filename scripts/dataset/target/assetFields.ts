import type {JsonObject} from '../../migrate/model.ts'
import {same} from '../../migrate/merge/same.ts'
import type {Target} from '../../target/resolveTarget.ts'

/** What the service makes of the bytes itself, or what belongs to one dataset. */
const MADE_BY_SERVICE = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_system',
  'assetId',
  'extension',
  'metadata',
  'mimeType',
  'path',
  'sha1hash',
  'size',
  'uploadId',
  'url',
])

/** What people wrote about an asset: its name, title, credit, alternative text. */
export function writtenFields(asset: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(asset).filter(([name]) => !MADE_BY_SERVICE.has(name)))
}

/**
 * Writes what people wrote about assets, by `<kind>-<sha1>`, where the target says it differently.
 *
 * `@sanity/import` 7.0.4 leaves this out for an archive with one asset: it counts assets where it means
 * to count fields (uploadAssets, `hasNonFilenameMeta`).
 */
export async function restoreAssetFields(
  {client}: Target,
  fields: Record<string, JsonObject>,
): Promise<void> {
  const hashes = Object.keys(fields).map((key) => key.replace(/^(?:image|file)-/, ''))
  if (hashes.length === 0) return
  const assets = await client.fetch<(JsonObject & {_id: string; _type: string; sha1hash: string})[]>(
    '*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && sha1hash in $hashes]',
    {hashes},
    {perspective: 'raw'},
  )
  const transaction = client.transaction()
  for (const asset of assets) {
    const kind = asset._type === 'sanity.imageAsset' ? 'image' : 'file'
    const written = writtenFields(fields[`${kind}-${asset.sha1hash}`] ?? {})
    const missing = Object.fromEntries(
      Object.entries(written).filter(([name, value]) => !same(asset[name], value)),
    )
    if (Object.keys(missing).length > 0) transaction.patch(asset._id, {set: missing})
  }
  if (transaction.toJSON().length > 0) await transaction.commit({visibility: 'sync', returnDocuments: false})
}
