import {imageKey} from '../map/image.ts'
import type {Reading} from '../model.ts'
import type {Operation, PlannedAsset} from './model.ts'

/**
 * The pictures of the pages that a plan takes something from, each once, as far as the dataset does not have
 * them: those that documents show, and the others for the media library.
 *
 * @param known ids of the images that the dataset has, by SHA-1
 */
export function plannedAssets(
  readings: readonly Reading[],
  operations: readonly Operation[],
  known: ReadonlyMap<string, string> = new Map(),
): PlannedAsset[] {
  const written = operations.filter(({op}) => op === 'create' || op === 'patch')
  const files = new Set(written.flatMap(({source, alsoFrom}) => [source, ...alsoFrom].map(({file}) => file)))
  const assets = new Map<string, PlannedAsset>()
  for (const asset of readings.flatMap(({pictures = []}) => pictures)) {
    const key = imageKey(asset)
    if (!files.has(asset.source.file) || known.has(asset.sha1) || assets.has(key)) continue
    assets.set(key, {key, ...asset})
  }
  return [...assets.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
