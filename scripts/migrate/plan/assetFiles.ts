import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {sha256} from '../identity.ts'
import type {Reading} from '../model.ts'
import type {PlannedAsset} from './model.ts'

/** The folder beside a plan that keeps the pictures it needs. */
export const assetsFolder = (planFile: string): string => `${planFile}.assets`

/** Keeps the pictures of a plan beside it, named by their hash. */
export async function keepAssets(
  planFile: string,
  assets: readonly PlannedAsset[],
  readings: readonly Reading[],
): Promise<void> {
  if (assets.length === 0) return
  const folder = assetsFolder(planFile)
  await mkdir(folder, {recursive: true})
  const bytes = new Map(
    readings.flatMap(({pictures = []}) => pictures.map(({sha256: hash, base64}) => [hash, base64])),
  )
  for (const {sha256: hash} of assets) {
    await writeFile(join(folder, hash), Buffer.from(bytes.get(hash) ?? '', 'base64'))
  }
}

/**
 * The bytes of a picture that was kept beside a plan.
 *
 * @throws Error when the file is not there, or not the one that was planned
 */
export async function keptAsset(planFile: string, {sha256: hash, filename}: PlannedAsset): Promise<Buffer> {
  const bytes = await readFile(join(assetsFolder(planFile), hash))
  if (sha256(bytes) !== hash)
    throw new Error(`The picture ${filename} was changed since the plan. Plan again.`)
  return bytes
}
