import type {StoredDocument} from '../model/document.ts'
import {LakeError, platformError} from '../model/errors.ts'
import type {AssetFiles} from './assetFiles.ts'
import {type AssetName, assetDocumentId, assetFileName} from './assetName.ts'
import {type ImageTransformation, readImageParameters} from './imageParameters.ts'
import {safeMediaType} from './mediaType.ts'
import {type Served, serveBytes, serveFile} from './serveFile.ts'
import {type TransformCache, transformKey} from './transformCache.ts'
import {outputFormat, transformImage} from './transformImage.ts'

const OUTPUT_TYPES = {jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif'} as const

/** Answers a request for an asset of a dataset, with the image transformed as its address says. */
export async function deliverAsset(
  request: Request,
  name: AssetName,
  documents: ReadonlyMap<string, StoredDocument>,
  {files, cache}: {files: AssetFiles; cache: TransformCache},
): Promise<Response> {
  // Only what a document of this dataset names is served, though all datasets share the files.
  const document = documents.get(assetDocumentId(name))
  if (!document) throw platformError(404, 'Asset not found')
  const query = new URL(request.url).searchParams
  const original: Served = {
    type: safeMediaType(document['mimeType']),
    etag: `"${name.sha1}"`,
    fileName: query.get('dl') || originalName(document, name),
    download: query.has('dl') || query.has('dlRaw'),
    varies: query.get('auto') === 'format',
  }
  const path = files.pathOf(name.sha1)
  const wanted = transformationOf(request, name, query)
  if (!wanted || !name.size) return serveFile(request, path, original)

  const format = outputFormat(name.extension, wanted.format)
  const key = transformKey(name.sha1, format, wanted)
  const stored = {...name.size, extension: name.extension}
  const bytes = await cache.get(key, async () => {
    try {
      return (await transformImage(path, stored, wanted)).bytes
    } catch (error) {
      if (error instanceof LakeError) throw error
      throw platformError(422, 'The image could not be transformed')
    }
  })
  return serveBytes(request, bytes, {
    ...original,
    type: OUTPUT_TYPES[format],
    etag: `"${key}"`,
    fileName: query.get('dl') || original.fileName.replace(/\.[^.]*$/, `.${format}`),
  })
}

function transformationOf(
  request: Request,
  name: AssetName,
  query: URLSearchParams,
): ImageTransformation | undefined {
  // Vector images are passed through: they scale by themselves, and drawing them is work without a bound.
  if (name.kind === 'file' || name.extension === 'svg' || query.has('dlRaw')) return undefined
  return readImageParameters(query, request.headers.get('accept') ?? '')
}

function originalName(document: StoredDocument, name: AssetName): string {
  const {originalFilename} = document
  return typeof originalFilename === 'string' && originalFilename !== ''
    ? originalFilename
    : assetFileName(name)
}
