import {legacyUrls, type FundClient, type Language} from '../queries/index.ts'
import {documentPath, placeOnSite, webAddress} from './addresses.ts'

/** Where an address leads that the site itself does not have. */
export interface Redirect {
  location: string
  status: 301 | 302
}

/**
 * Looks up an old address: redirects that editors made, and documents that were migrated from it.
 * The language is the one that the old address begins with, else Dutch.
 */
export async function findRedirect(fund: FundClient, path: string): Promise<Redirect | undefined> {
  const found = await fund.ask('redirect', {path, urls: legacyUrls(path)})
  if (!found) return undefined
  const language: Language = /^\/en(\/|$)/.test(path) ? 'en' : 'nl'
  const location =
    (found.target && documentPath(found.target, language)) ?? placeOnSite(found.to) ?? webAddress(found.to)
  return location ? {location, status: found.permanent ? 301 : 302} : undefined
}
