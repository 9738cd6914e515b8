/**
 * Names of assets. An asset is addressed by the SHA-1 of its bytes, and both its document id and its
 * file name are parsed by the official clients, so their form is fixed by the service:
 * `image-<sha1>-<w>x<h>-<ext>` and `<sha1>-<w>x<h>.<ext>`, `file-<sha1>-<ext>` and `<sha1>.<ext>`.
 */
export type AssetKind = 'image' | 'file'

/** Identity of an asset within a dataset. */
export interface AssetName {
  kind: AssetKind
  sha1: string
  extension: string
  /** Of images, after applying the orientation of the EXIF data. */
  size?: {width: number; height: number}
}

const DOCUMENT_ID = /^(image|file)-([^-]+(?:-\d+x\d+)?)-([^-]+)$/
const IMAGE_FILE = /^([a-f0-9]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,16})$/
const PLAIN_FILE = /^([a-f0-9]{40})\.([a-z0-9]{1,16})$/
const SEGMENT = /^[a-z0-9][a-z0-9_-]{0,127}$|^~[a-z0-9][a-z0-9_-]{0,127}$/i

const dimensions = (name: AssetName): string => (name.size ? `-${name.size.width}x${name.size.height}` : '')

/** The document id of an asset. */
export const assetDocumentId = (name: AssetName): string =>
  `${name.kind}-${name.sha1}${dimensions(name)}-${name.extension}`

/** The last segment of the address of an asset. */
export const assetFileName = (name: AssetName): string => `${name.sha1}${dimensions(name)}.${name.extension}`

/** The address of an asset below the origin of the lake, without a leading slash. */
export const assetPath = (project: string, dataset: string, name: AssetName): string =>
  `${name.kind}s/${project}/${dataset}/${assetFileName(name)}`

/** Reads the last segment of an address; `undefined` when it can't name an asset of this kind. */
export function parseAssetFileName(kind: AssetKind, fileName: string): AssetName | undefined {
  if (kind === 'file') {
    const [, sha1, extension] = PLAIN_FILE.exec(fileName) ?? []
    return sha1 && extension ? {kind, sha1, extension} : undefined
  }
  const [, sha1, width, height, extension] = IMAGE_FILE.exec(fileName) ?? []
  if (!sha1 || !extension) return undefined
  return {kind, sha1, extension, size: {width: Number(width), height: Number(height)}}
}

/** Reads the document id of an asset; `undefined` when it is no asset's. */
export function parseAssetDocumentId(id: string): AssetName | undefined {
  const [, kind, name, extension] = DOCUMENT_ID.exec(id) ?? []
  return kind === 'image' || kind === 'file' ? parseAssetFileName(kind, `${name}.${extension}`) : undefined
}

/** Whether a path segment can be a project id or a dataset name. */
export const isNameSegment = (segment: string): boolean => SEGMENT.test(segment)

/** The extension of a file name, lower case, `undefined` when it has none that can be part of an id. */
export function extensionOf(fileName: string): string | undefined {
  return /\.([a-z0-9]{1,16})$/.exec(fileName.toLowerCase())?.[1]
}
