import {imageKey} from '../map/image.ts'
import type {Reading} from '../model.ts'
import type {Operation, PlannedAsset} from './model.ts'

/** The pictures that the documents of a plan need and the dataset does not have, each once. */
export function plannedAssets(
  readings: readonly Reading[],
  operations: readonly Operation[],
): PlannedAsset[] {
  const needed = new Set(
    operations
      .filter(({op}) => op === 'create' || op === 'patch')
      .flatMap(({document}) => JSON.stringify(document).match(/imageAsset\|sha1:[0-9a-f]{40}/g) ?? []),
  )
  const assets = new Map<string, PlannedAsset>()
  for (const {base64: _bytes, ...asset} of readings.flatMap(({pictures = []}) => pictures)) {
    const key = imageKey(asset)
    if (needed.has(key) && !assets.has(key)) assets.set(key, {key, ...asset})
  }
  return [...assets.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
