import {isObject} from '../../migrate/merge/same.ts'
import type {Json} from '../../migrate/model.ts'

export type AssetKind = 'image' | 'file'

/** An asset as a document of an archive names it. */
export interface AssetLink {
  kind: AssetKind
  url: string
}

/** How Sanity's archives name an asset inside a document: `image@file://./images/….png`. */
const LINK = /^(image|file)@(.+)$/
const LOCAL_LINK = /^file:\/\/\.\/(?:images|files)\/([^/]+)$/
/** The names that `@sanity/export` gives to files (its AssetHandler), from the ids that the service gives. */
const IMAGE_FILE = /^([0-9a-f]{40}-\d+x\d+)\.([a-z]+)$/
const FILE_FILE = /^([0-9a-f]{40})\.([a-z]+)$/
/** An extension with a digit in it, such as mp4, which the export leaves before `.bin`. */
const ODD_FILE = /^((?:[0-9a-f]{40})(?:-\d+x\d+)?-[a-z0-9]+)\.bin$/
const ASSET_ID = /^(image|file)-[0-9a-f]{40}-/

export function parseLink(value: string): AssetLink | undefined {
  const [, kind, url] = LINK.exec(value) ?? []
  return kind && url ? {kind: kind as AssetKind, url} : undefined
}

/** The id of the asset that an archive keeps under a file name, if the name was given by an export. */
export function assetIdOf(kind: AssetKind, fileName: string): string | undefined {
  const odd = ODD_FILE.exec(fileName)
  if (odd) return `${kind}-${odd[1]}`
  const [, name, extension] = (kind === 'image' ? IMAGE_FILE : FILE_FILE).exec(fileName) ?? []
  return name && extension ? `${kind}-${name}-${extension}` : undefined
}

/** A document's value with the asset links of an archive turned back into the references of a dataset. */
export function withAssetReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withAssetReferences)
  if (!isObject(value)) return value
  const {_sanityAsset: linked, ...rest} = value
  const inner = Object.fromEntries(
    Object.entries(rest).map(([name, child]) => [name, withAssetReferences(child)]),
  )
  if (typeof linked !== 'string') return inner
  const link = parseLink(linked)
  const id = link && assetIdOf(link.kind, LOCAL_LINK.exec(link.url)?.[1] ?? '')
  return id
    ? {_type: link.kind, ...inner, asset: {_type: 'reference', _ref: id}}
    : {...inner, _sanityAsset: linked}
}

export const isAssetId = (id: string): boolean => ASSET_ID.test(id)
export const kindOf = (assetId: string): AssetKind => (assetId.startsWith('image-') ? 'image' : 'file')
