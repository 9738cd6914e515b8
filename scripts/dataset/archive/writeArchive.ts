import {open, rename} from 'node:fs/promises'

import {exportDataset} from '@sanity/export'

import {CommandError, messageOf} from '../../command/errors.ts'
import type {Target} from '../../target/resolveTarget.ts'
import {removedAtExit} from './removedAtExit.ts'

interface ExportOptions {
  drafts: boolean
  assets: boolean
  /** Only these document types; all when empty. */
  types: string[]
  onProgress: (step: string) => void
}

export interface WrittenArchive {
  file: string
  documents: number
  assets: number
}

/**
 * Writes a dataset as Sanity's own tar.gz. The documents are one state of the dataset, whoever writes
 * meanwhile; only the owner may read the file, since drafts are in it. It bears its name only once
 * it is whole and on the disk.
 *
 * @throws CommandError when the target or the disk fails; nothing is left then
 */
export async function writeArchive(
  target: Target,
  file: string,
  {drafts, assets, types, onProgress}: ExportOptions,
): Promise<WrittenArchive> {
  const partial = `${file}.partial`
  const remove = removedAtExit(partial)
  try {
    // Opened before anything is asked, so that a folder that can't be written fails here and not in a stream.
    const output = await open(partial, 'w', 0o600)
    const {documentCount, assetCount} = await exportDataset({
      client: target.client,
      dataset: target.dataset,
      outputPath: output.createWriteStream(),
      drafts,
      assets,
      types,
      onProgress: ({step}) => onProgress(step),
    })
    await toDisk(partial)
    await rename(partial, file)
    return {file, documents: documentCount, assets: assetCount}
  } catch (error) {
    throw new CommandError(
      `The ${target.description} could not be exported: ${messageOf(error)}`,
      undefined,
      {
        cause: error,
      },
    )
  } finally {
    await remove()
  }
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
