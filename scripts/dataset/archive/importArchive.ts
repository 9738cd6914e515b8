import {pathToFileURL} from 'node:url'

import {sanityImport} from '@sanity/import'

import {CommandError, messageOf} from '../../command/errors.ts'
import type {Target} from '../../target/resolveTarget.ts'
import {restoreAssetFields} from '../target/assetFields.ts'
import {assetsById} from './assetsById.ts'
import {checkArchive} from './checkArchive.ts'
import type {Archive} from './openArchive.ts'
import type {Problem} from './parseLines.ts'

/** What happens to a document whose id the target has already. */
export type Operation = 'create' | 'createIfNotExists' | 'createOrReplace'

const IDS_IN_ONE_QUERY = 1000
const MOST_PROBLEMS_SHOWN = 50

/**
 * Checks an archive against the target, so that nothing is written when a document can't be: what is
 * wrong in the archive, references to documents that are nowhere, ids that are taken.
 *
 * @throws CommandError listing the problems by file and line
 */
export async function refuseBadArchive(
  archive: Archive,
  target: Target,
  operation: Operation,
): Promise<void> {
  const {problems, needs} = checkArchive(archive)
  const ids = archive.read.flatMap(({document}) => document._id ?? [])
  const present = await presentIds(target, [...ids, ...needs.map(({id}) => id)])
  for (const {id, place} of needs) {
    if (!present.has(id)) problems.push({place, message: `refers to ${id}, which is neither here nor there`})
  }
  if (operation === 'create') {
    for (const {document, place} of archive.read) {
      if (document._id !== undefined && present.has(document._id)) {
        problems.push({
          place,
          message: `${document._id} is in the dataset already: choose --replace or --missing`,
        })
      }
    }
  }
  if (problems.length > 0) throw new CommandError(`${problemList(problems)}\nNothing was written.`)
}

/** Problems as a person reads them, one on a line. */
export function problemList(problems: Problem[]): string {
  const lines = problems.slice(0, MOST_PROBLEMS_SHOWN).map(({place, message}) => `${place}  ${message}`)
  const more = problems.length - lines.length
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}

async function presentIds({client}: Target, ids: string[]): Promise<Set<string>> {
  const present = new Set<string>()
  for (let start = 0; start < ids.length; start += IDS_IN_ONE_QUERY) {
    const asked = ids.slice(start, start + IDS_IN_ONE_QUERY)
    const found = await client.fetch<string[]>('*[_id in $asked]._id', {asked}, {perspective: 'raw'})
    for (const id of found) present.add(id)
  }
  return present
}

/**
 * Writes documents and assets of an archive that was checked.
 *
 * @returns how many documents were written, those that were left as they are not among them
 * @throws CommandError when the target refuses in the middle; what was written until then stays
 */
export async function importArchive(
  archive: Archive,
  target: Target,
  operation: Operation,
  onProgress: (step: string) => void,
): Promise<number> {
  try {
    const {numDocs} = await sanityImport(
      // The import changes the documents that it is given.
      archive.read.map(({document}) => structuredClone(document) as typeof document & {_id: string}),
      {
        client: target.client,
        operation,
        releasesOperation: RELEASES[operation],
        // Asset documents come only in raw exports, whose addresses lead to where they came from.
        allowAssetsInDifferentDataset: true,
        // Bytes that are no UTF-8 were refused already: what is left stands so in the dataset.
        allowReplacementCharacters: true,
        assetMap: archive.assetFields as never,
        assetsBase: archive.folder,
        unreferencedAssets: archive.assets.map(({kind, path}) => `${kind}#${pathToFileURL(path).href}`),
        onProgress: ({step}) => onProgress(step),
      },
    )
    const assets = [...assetsById(archive)]
    await restoreAssetFields(target, new Map(assets.map(([id, {fields}]) => [id, fields])))
    return numDocs
  } catch (error) {
    throw new CommandError(
      `The import into ${target.description} broke off: ${messageOf(error)}\n` +
        'Part of it may have been written. Run it again with --replace once the cause is removed.',
      undefined,
      {cause: error},
    )
  }
}

const RELEASES = {create: 'fail', createIfNotExists: 'ignore', createOrReplace: 'replace'} as const
