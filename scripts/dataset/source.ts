import {readFile} from 'node:fs/promises'

import {CommandError} from '../command/errors.ts'
import type {Document, JsonObject} from '../migrate/model.ts'
import type {Target} from '../target/resolveTarget.ts'
import {assetsById} from './archive/assetsById.ts'
import {checkArchive} from './archive/checkArchive.ts'
import {problemList} from './archive/importArchive.ts'
import {type Archive, openArchive} from './archive/openArchive.ts'
import {isIdentified} from './archive/parseLines.ts'
import {isAssetType} from './compare/content.ts'
import {exportedDocuments} from './target/exportedDocuments.ts'
import {isTargetName, type Targets} from './target/openTargets.ts'
import {writtenFields} from './target/assetFields.ts'

/** An asset with what people wrote about it. */
export interface SourceAsset {
  bytes(): Promise<Buffer>
  fields: JsonObject
}

/** Documents and assets in one state, from a target or an archive. */
export interface Source {
  /** For a person. */
  description: string
  documents: Document[]
  /** By asset id. */
  assets: Map<string, SourceAsset>
  close(): Promise<void>
}

/**
 * Reads what a name says: `lake` or `hosted` (with `:dataset`), nothing for the current target, else an
 * archive, a folder such as `content/`, or an NDJSON file.
 *
 * @throws CommandError when it can't be read whole
 */
export async function readSource(name: string | undefined, targets: Targets): Promise<Source> {
  if (name === undefined || isTargetName(name)) return targetSource(await targets.open(name))
  const archive = await openArchive(name)
  try {
    return archiveSource(name, archive)
  } catch (error) {
    await archive.close()
    throw error
  }
}

/** The documents and assets of a target at this moment. */
export async function targetSource(target: Target): Promise<Source> {
  const documents = await exportedDocuments(target)
  const assets = documents.filter(({_type}) => isAssetType(_type))
  return {
    description: target.description,
    documents,
    assets: new Map(
      assets.map((asset) => [
        asset._id,
        {fields: writtenFields(asset), bytes: () => download(asset._id, asset['url'], target)},
      ]),
    ),
    close: async () => {},
  }
}

function archiveSource(name: string, archive: Archive): Source {
  const {problems} = checkArchive(archive)
  for (const {document, place} of archive.read) {
    if (!isIdentified(document))
      problems.push({place, message: 'has no _id, so it can be compared with nothing'})
  }
  if (problems.length > 0) throw new CommandError(problemList(problems))
  return {
    description: name,
    documents: archive.read.map(({document}) => document).filter(isIdentified),
    assets: new Map(
      [...assetsById(archive)].map(([id, {path, fields}]) => [
        id,
        {fields: writtenFields(fields), bytes: () => readFile(path)},
      ]),
    ),
    close: () => archive.close(),
  }
}

/** Assets are open to whoever knows their address, but for private ones on the service's own host. */
async function download(id: string, url: unknown, {token}: Target): Promise<Buffer> {
  if (typeof url !== 'string') throw new CommandError(`Asset ${id} has no address to fetch it from.`)
  const address = new URL(url)
  const headers = new Headers()
  if (address.origin === 'https://cdn.sanity.io') {
    // As it was uploaded, without the optimisation of SVG; only this host is shown the token.
    address.searchParams.set('dlRaw', 'true')
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  }
  const response = await fetch(address, {headers})
  if (!response.ok) throw new CommandError(`Asset ${id} could not be fetched from ${url}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
