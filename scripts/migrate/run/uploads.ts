import type {Document} from '../model.ts'
import type {Plan, PlannedAsset} from '../plan/model.ts'
import type {MigrationDataset} from './dataset.ts'
import {record, type Run} from './runFolder.ts'

/**
 * Uploads the pictures of a plan that the dataset does not have, each journalled before and after.
 *
 * @param bytesOf the bytes of a picture
 * @returns the ids of the assets by the keys that the plan's documents hold
 */
export async function uploadAssets(
  {assets}: Pick<Plan, 'assets'>,
  {dataset, run}: {dataset: MigrationDataset; run: Run},
  bytesOf: (asset: PlannedAsset) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const asset of assets) {
    const {key, sha1, alt} = asset
    let id = await dataset.imageBySha1(sha1)
    if (id === undefined) {
      const bytes = await bytesOf(asset)
      record(run, {event: 'upload', sha1})
      id = await dataset.uploadImage(bytes, asset)
    }
    // Also of one that was there: a run may have been killed between the two.
    if (alt) await dataset.describeImage(id, alt)
    ids.set(key, id)
  }
  return ids
}

/** A planned document whose pictures have the ids that they got. */
export function withAssetIds(document: Document, ids: ReadonlyMap<string, string>): Document {
  if (ids.size === 0) return document
  const text = JSON.stringify(document).replaceAll(
    /imageAsset\|sha1:[0-9a-f]{40}/g,
    (key) => ids.get(key) ?? key,
  )
  const whole: Document = JSON.parse(text)
  return whole
}

/** Deletes the pictures that a run uploaded and nothing refers to. */
export async function removeUploads(run: Run, dataset: MigrationDataset): Promise<string[]> {
  const hashes = new Set(run.journal.flatMap((line) => (line.event === 'upload' ? [line.sha1] : [])))
  const removed: string[] = []
  for (const sha1 of hashes) {
    const id = await dataset.imageBySha1(sha1)
    if (id === undefined || (await dataset.referrers(id)).length > 0) continue
    await dataset.commit([{delete: {id}}], `${run.runId}-asset-${sha1.slice(0, 12)}-${removed.length}`)
    removed.push(id)
  }
  return removed
}
