import {createHash} from 'node:crypto'

import {CommandError, messageOf} from '../../command/errors.ts'
import type {Target} from '../../target/resolveTarget.ts'
import {kindOf} from '../archive/assetFile.ts'
import type {Source} from '../source.ts'
import {restoreAssetFields} from '../target/assetFields.ts'
import {batchesOf} from './batches.ts'
import type {SyncPlan} from './planSync.ts'

/**
 * Does what a plan says: first the assets, then the documents.
 *
 * @throws CommandError when the target refuses, saying how much was written; a second run does the rest
 */
export async function applySync(
  plan: SyncPlan,
  source: Source,
  target: Target,
  onProgress: (step: string) => void,
): Promise<void> {
  for (const [index, id] of plan.assets.entries()) {
    onProgress(`Asset ${index + 1} of ${plan.assets.length}`)
    await bringAsset(id, source, target)
  }
  const batches = batchesOf(plan)
  const total = plan.writes.length + plan.deletions.length
  let written = 0
  for (const {mutations, documents} of batches) {
    onProgress(`Documents ${written + 1} to ${written + documents} of ${total}`)
    try {
      await target.client.mutate([...mutations] as Parameters<typeof target.client.mutate>[0], {
        visibility: 'sync',
        returnDocuments: false,
        autoGenerateArrayKeys: false,
      })
    } catch (error) {
      throw new CommandError(
        `${target.description} refused, or a document changed meanwhile: ${messageOf(error)}\n` +
          `${written} of ${total} documents were written. Run it again to see what is left.`,
        undefined,
        {cause: error},
      )
    }
    written += documents
  }
}

/** Brings an asset over under the same id, which its bytes decide. */
async function bringAsset(id: string, source: Source, target: Target): Promise<void> {
  const asset = source.assets.get(id)
  if (!asset) throw new CommandError(`${source.description} does not hold asset ${id}.`)
  const bytes = await asset.bytes()
  const [, hash] = id.split('-')
  if (createHash('sha1').update(bytes).digest('hex') !== hash) {
    throw new CommandError(`Asset ${id} came as other bytes than its id says. No document was written.`)
  }
  const name = asset.fields['originalFilename']
  const kind = kindOf(id)
  const uploaded = await target.client.assets
    .upload(
      kind,
      bytes,
      typeof name === 'string' ? {filename: name} : {filename: `${hash}.${id.split('-').at(-1)}`},
    )
    .catch((error: unknown) => {
      throw new CommandError(
        `Asset ${id} was refused: ${messageOf(error)}\nNo document was written.`,
        undefined,
        {
          cause: error,
        },
      )
    })
  if (uploaded._id !== id) {
    throw new CommandError(
      `${target.description} keeps asset ${id} as ${uploaded._id}. No document was written: upload it there by hand.`,
    )
  }
  await restoreAssetFields(target, new Map([[id, asset.fields]]))
}
