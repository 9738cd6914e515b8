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

const IDS_IN_ONE_REQUEST = 100

/**
 * Writes what people wrote about assets, by id, where the target says it differently.
 *
 * `@sanity/import` 7.0.4 leaves this out for an archive with one asset: it counts assets where it means
 * to count fields (uploadAssets, `hasNonFilenameMeta`).
 */
export async function restoreAssetFields(
  {client}: Target,
  fields: ReadonlyMap<string, JsonObject>,
): Promise<void> {
  const ids = [...fields.keys()]
  for (let start = 0; start < ids.length; start += IDS_IN_ONE_REQUEST) {
    const transaction = client.transaction()
    // By id and not by query, which on the hosted service may not know of them yet.
    for (const asset of await client.getDocuments<JsonObject>(ids.slice(start, start + IDS_IN_ONE_REQUEST))) {
      const missing = asset && missingFields(asset, fields.get(asset._id) ?? {})
      if (missing && Object.keys(missing).length > 0) transaction.patch(asset._id, {set: missing})
    }
    if (transaction.toJSON().length > 0)
      await transaction.commit({visibility: 'sync', returnDocuments: false})
  }
}

function missingFields(asset: JsonObject, fields: JsonObject): JsonObject {
  const written = Object.entries(writtenFields(fields))
  return Object.fromEntries(written.filter(([name, value]) => !same(asset[name], value)))
}
