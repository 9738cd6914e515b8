import {defineQuery} from 'groq'
import * as z from 'zod/mini'

/**
 * What an old address leads to now: a redirect that an editor made, else the document that was
 * migrated from that address. `$path` is the address without host, `$urls` all forms that it had.
 *
 * @example
 * const path = '/nl/900-000-euro-voor-vlaams-iao-trustfonds'
 * const redirect = await fund.ask('redirect', {path, urls: legacyUrls(path)})
 */
export const redirectQuery = defineQuery(/* groq */ `
coalesce(
  *[_type == "redirect" && from == $path][0] {"to": to, "permanent": permanent, "target": target->{_type, "slug": slug.current}},
  *[defined(slug.current) && count(provenance.legacyUrls[@ in $urls]) > 0] | order(_type == "project" desc, _id asc) [0] {
    "to": null, "permanent": true, "target": {"_type": _type, "slug": slug.current}
  }
)`)

export const redirectParams = z.object({
  /** The old address without its host, beginning with `/`. */
  path: z.string(),
  /** Every form that the whole address had: `legacyUrls(path)`. */
  urls: z.array(z.string()),
})

const OLD_HOSTS = ['fdfa.be', 'www.fdfa.be', 'fdfa.eu', 'www.fdfa.eu']

/**
 * All addresses that a path may have had on the old hosts, as written and decoded.
 *
 * @param path begins with `/`
 * @example
 * legacyUrls('/nl/trustfonds') // ['https://fdfa.be/nl/trustfonds', 'http://fdfa.be/nl/trustfonds', …]
 */
export function legacyUrls(path: string): string[] {
  const forms = new Set([path, encodeURI(decoded(path)), decoded(path)])
  return OLD_HOSTS.flatMap((host) =>
    ['https', 'http'].flatMap((scheme) => [...forms].map((form) => `${scheme}://${host}${form}`)),
  )
}

/**
 * The path of an address on one of the old hosts, as `redirect` takes it; undefined for any other.
 *
 * @example
 * legacyPath('https://www.fdfa.be/nl/trustfonds') // '/nl/trustfonds'
 */
export function legacyPath(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const {hostname, pathname} = new URL(url)
  return OLD_HOSTS.includes(hostname) ? pathname : undefined
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
