import {randomUUID} from 'node:crypto'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import type {AssetFiles, ReceivedFile} from './assetFiles.ts'
import {type AssetKind, type AssetName, assetDocumentId, assetPath, extensionOf} from './assetName.ts'
import {readImage} from './imageMetadata.ts'
import {extensionForMediaType, storedMediaType} from './mediaType.ts'

/** What uploading needs of a dataset. */
export interface AssetDataset {
  documents: ReadonlyMap<string, StoredDocument>
  mutate(request: {mutations: JsonObject[]}, author: string): Promise<unknown>
}

/** One upload: where it goes, who sends it, and the request as it came. */
export interface Upload {
  kind: AssetKind
  project: string
  datasetName: string
  dataset: AssetDataset
  author: string
  /** Origin that the address of the asset starts with. */
  origin: string
  query: URLSearchParams
  contentType: string | null
  body: ReadableStream<Uint8Array>
}

const DESCRIPTIVE = ['label', 'title', 'description', 'creditLine', 'altText'] as const
const MAX_FILE_NAME = 255

/**
 * Stores the bytes, then writes the asset document, in this order: a document never points at bytes
 * that are not on disk. The same bytes give the document that is already there, unchanged.
 */
export async function uploadAsset(files: AssetFiles, upload: Upload): Promise<StoredDocument> {
  const received = await files.receive(upload.body)
  const {name, attributes} = await describe(received, upload).catch(async (error: unknown) => {
    await files.discard(received)
    throw error
  })
  await files.keep(received)
  const id = assetDocumentId(name)
  const existing = upload.dataset.documents.get(id)
  if (existing) return existing
  const document = {_id: id, ...assetAttributes(name, received, upload), ...attributes}
  await upload.dataset.mutate({mutations: [{createIfNotExists: document}]}, upload.author)
  const stored = upload.dataset.documents.get(id)
  if (!stored) throw new Error(`Asset document ${id} is missing after it was written`)
  return stored
}

async function describe(
  file: ReceivedFile,
  {kind, query, contentType}: Upload,
): Promise<{name: AssetName; attributes: JsonObject}> {
  if (file.size === 0) throw platformError(400, 'The uploaded asset is empty')
  if (kind === 'image') {
    const {width, height, extension, mimeType, metadata} = await readImage(file.path, query.getAll('meta'))
    return {name: {kind, sha1: file.sha1, extension, size: {width, height}}, attributes: {mimeType, metadata}}
  }
  const named = extensionOf(query.get('filename') ?? '')
  const mimeType = storedMediaType(contentType, named)
  const extension = named ?? extensionForMediaType(mimeType)
  return {name: {kind, sha1: file.sha1, extension}, attributes: {mimeType}}
}

function assetAttributes(name: AssetName, file: ReceivedFile, upload: Upload): JsonObject {
  const {query} = upload
  const path = assetPath(upload.project, upload.datasetName, name)
  const fileName = cleanFileName(query.get('filename') ?? '')
  return {
    _type: name.kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: file.sha1,
    sha1hash: file.sha1,
    size: file.size,
    extension: name.extension,
    path,
    url: `${upload.origin}/${path}`,
    uploadId: randomUUID().replaceAll('-', ''),
    ...(fileName ? {originalFilename: fileName} : {}),
    ...Object.fromEntries(
      DESCRIPTIVE.flatMap((key) => {
        const value = query.get(key)
        return value ? [[key, value]] : []
      }),
    ),
    ...sourceOf(query),
  }
}

/** Where the asset was found, when the upload came through an asset source. */
function sourceOf(query: URLSearchParams): JsonObject {
  const id = query.get('sourceId')
  if (!id) return {}
  const name = query.get('sourceName')
  const url = query.get('sourceUrl')
  return {source: {_type: 'sanity.assetSourceData', id, ...(name ? {name} : {}), ...(url ? {url} : {})}}
}

/** Keeps the last segment of what may be a path, without control characters. */
function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, MAX_FILE_NAME)
}
