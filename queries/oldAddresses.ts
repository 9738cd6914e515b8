import {defineQuery} from 'groq'
import * as z from 'zod/mini'

/**
 * Every old address that may lead to a page now: the paths of redirects that editors made, and the
 * addresses that documents were migrated from. Where each leads is what `redirect` answers.
 *
 * @example
 * const {paths, urls} = await fund.ask('oldAddresses', {})
 */
export const oldAddressesQuery = defineQuery(/* groq */ `{
  "paths": array::unique(*[_type == "redirect" && defined(from)].from) | order(@ asc),
  "urls": array::unique(*[defined(slug.current) && defined(provenance.legacyUrls)].provenance.legacyUrls[]) | order(@ asc)
}`)

export const oldAddressesParams = z.object({})
