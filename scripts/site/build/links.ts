import {pathWithoutSearch} from './fileNames.ts'

/** Attributes of the site's own markup, in which quotes are always escaped. */
const LINK = /(?<=\s(?:href|src)=")[^"]*(?=")/g

/** A text whose links within the site lead to files. */
export interface Linked {
  text: string
  /** The addresses that it links to, path with search. */
  addresses: string[]
}

/**
 * Reads the links of a page or an XML file that lead within the site, and has them lead to what their
 * addresses are as files.
 *
 * @param origin of the site, which some links begin with
 */
export function linkToFiles(text: string, origin: string): Linked {
  const addresses: string[] = []
  const linked = text.replaceAll(LINK, (link) => {
    const prefix = link.startsWith(`${origin}/`) ? origin : ''
    const place = link.slice(prefix.length)
    if (!/^\/(?!\/)/.test(place)) return link
    const {pathname, search, hash} = new URL(place.replaceAll('&amp;', '&'), origin)
    addresses.push(pathname + search)
    return prefix + pathWithoutSearch(pathname + search) + hash
  })
  return {text: linked, addresses}
}
