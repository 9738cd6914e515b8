import {rmSync} from 'node:fs'
import {mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {codeOf, CommandError} from '../../command/errors.ts'
import {sha256} from '../identity.ts'
import type {Picture} from '../model.ts'
import type {PlannedAsset} from './model.ts'

/** The folder beside a plan that keeps the pictures it needs. */
export const assetsFolder = (planFile: string): string => `${planFile}.assets`

/** Where the pictures of a plan in the making are put, so that those of the plan before stay until it is made. */
export interface AssetFolder {
  /** Keeps a picture, once. */
  keep(picture: Picture): Promise<void>
  /** Puts those that the plan needs beside it, in the place of those of an earlier plan. */
  settle(assets: readonly PlannedAsset[]): Promise<void>
  /** Drops what was not settled. */
  close(): void
}

/**
 * Opens the folder for the pictures of a plan that is to be kept in a file.
 *
 * @throws the error of the file system when nothing can be written beside that file
 */
export async function openAssetFolder(planFile: string): Promise<AssetFolder> {
  const folder = assetsFolder(planFile)
  const arriving = await mkdtemp(`${folder}.`)
  const drop = () => rmSync(arriving, {recursive: true, force: true})
  // Also when a person breaks the command off.
  process.once('exit', drop)
  const kept = new Map<string, Promise<void>>()
  return {
    keep({sha256: hash, base64}) {
      const writing = kept.get(hash) ?? writeFile(join(arriving, hash), base64, 'base64')
      kept.set(hash, writing)
      return writing
    },
    async settle(assets) {
      const needed = new Set(assets.map(({sha256: hash}) => hash))
      for (const hash of kept.keys()) if (!needed.has(hash)) await rm(join(arriving, hash))
      await rm(folder, {recursive: true, force: true})
      if (needed.size > 0) await rename(arriving, folder)
    },
    close() {
      process.off('exit', drop)
      drop()
    },
  }
}

/** What a person has to know when a picture of a plan cannot be uploaded. */
const WAY_OUT =
  'This time no document was written: pictures are uploaded first, and those that were are found again. Plan again.'

/**
 * The bytes of a picture that was kept beside a plan.
 *
 * @throws CommandError when the file is not there, or not the one that was planned
 */
export async function keptAsset(planFile: string, {sha256: hash, filename}: PlannedAsset): Promise<Buffer> {
  const path = join(assetsFolder(planFile), hash)
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new CommandError(
      `The picture ${filename} of the plan is gone: there is no file ${path}. ${WAY_OUT}`,
      undefined,
      {cause: error},
    )
  })
  if (sha256(bytes) === hash) return bytes
  throw new CommandError(`The picture ${filename} was changed since the plan: ${path}. ${WAY_OUT}`)
}
