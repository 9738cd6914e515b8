import type {StoredDocument} from '../model/document.ts'

/**
 * The same asset document with an address on the origin where the lake answers now. Asset documents
 * keep an absolute address, since clients use it as it is; after a restart on another port or behind
 * another host it would lead nowhere. Addresses that aren't the lake's own are left alone.
 */
export function withCurrentAssetUrl(document: StoredDocument, origin: string): StoredDocument {
  if (document._type !== 'sanity.imageAsset' && document._type !== 'sanity.fileAsset') return document
  const {path, url} = document
  if (typeof path !== 'string' || typeof url !== 'string' || !/^(images|files)\//.test(path)) return document
  const current = `${origin}/${path}`
  if (url === current || !url.endsWith(`/${path}`) || new URL(url).hostname.endsWith('.sanity.io'))
    return document
  return {...document, url: current}
}

/** The start of a JSON string that is the address of an asset on a lake of this machine. */
const LOCAL_ASSET =
  /"http:\/\/(?:[a-z0-9-]+\.)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/(?:images|files)\/[^"/]+\/[^"/]+\/[0-9a-f]{40}\b)/g

/** The same JSON text with the addresses of assets in it on the origin where the lake answers now. */
export const withCurrentAssetUrls = (json: string, origin: string): string =>
  // Most texts have no address at all, which is found out faster.
  json.includes('"http://') ? json.replaceAll(LOCAL_ASSET, `"${origin}`) : json
