import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {AssetFiles} from '../assets/assetFiles.ts'
import type {StoredDocument} from '../model/document.ts'
import type {DatasetRecord} from '../store/index.ts'
import {type Finding, nameOf} from './finding.ts'

const ASSET_TYPES = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/** A dataset with its documents. */
interface Contents {
  record: DatasetRecord
  documents: readonly StoredDocument[]
}

/** An asset's document and the hash that its file is named by. */
interface AssetDocument {
  dataset: string
  documentId: string
  sha1: string
}

/**
 * Holds the files of assets against the documents that tell of them, and those against their use.
 *
 * @param backedUp the hashes of the files that backups need
 */
export async function assetFindings(
  files: AssetFiles,
  contents: readonly Contents[],
  backedUp: ReadonlySet<string>,
): Promise<{files: number; findings: Finding[]}> {
  const assets = contents.flatMap(assetDocuments)
  const stored = new Set(await files.all())
  const wanted = new Set(assets.map(({sha1}) => sha1))
  const damaged = new Set<string>()
  for (const sha1 of stored) if ((await hashOf(files.pathOf(sha1))) !== sha1) damaged.add(sha1)
  return {
    files: stored.size,
    findings: [
      ...assets.flatMap((asset) => fileFinding(asset, stored, damaged)),
      ...contents.flatMap(unusedFindings),
      ...[...stored]
        .filter((sha1) => !wanted.has(sha1) && !backedUp.has(sha1))
        .map((sha1): Finding => ({
          kind: 'asset-orphaned',
          level: 'notice',
          message: `No document and no backup tells of the asset file ${sha1}: without it, a document that was deleted comes back without its asset; else it may go`,
        })),
    ],
  }
}

function assetDocuments({record, documents}: Contents): AssetDocument[] {
  return documents
    .filter(({_type}) => ASSET_TYPES.has(_type))
    .flatMap(({_id, sha1hash}) =>
      typeof sha1hash === 'string' ? [{dataset: nameOf(record), documentId: _id, sha1: sha1hash}] : [],
    )
}

function fileFinding(
  {dataset, documentId, sha1}: AssetDocument,
  stored: ReadonlySet<string>,
  damaged: ReadonlySet<string>,
): Finding[] {
  const about = {level: 'error' as const, dataset, documentId}
  if (!stored.has(sha1))
    return [{...about, kind: 'asset-missing', message: `Its file ${sha1} is missing: upload it again`}]
  if (damaged.has(sha1))
    return [{...about, kind: 'asset-damaged', message: `Its file ${sha1} holds other bytes: upload it again`}]
  return []
}

function unusedFindings({record, documents}: Contents): Finding[] {
  const used = new Set(documents.flatMap(referencesIn))
  return documents
    .filter(({_id, _type}) => ASSET_TYPES.has(_type) && !used.has(_id))
    .map(({_id}) => ({
      kind: 'asset-unused',
      level: 'notice',
      dataset: nameOf(record),
      documentId: _id,
      message: 'No document uses this asset',
    }))
}

/** Strong or weak, at any depth. */
const referencesIn = (document: StoredDocument): string[] =>
  Array.from(JSON.stringify(document).matchAll(/"_ref":"([^"]+)"/g), ([, id = '']) => id)

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha1')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
