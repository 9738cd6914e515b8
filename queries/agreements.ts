import {defineQuery} from 'groq'

import {localisedName, localisedSummary, localisedTitle} from './localised.ts'

/**
 * All agreements, newest first, each with its annexes, what it replaces and what replaced it.
 * Parameters: `$language` `'nl'` or `'en'`.
 */
export const agreementsQuery = defineQuery(/* groq */ `
*[_type == "agreement"] | order(coalesce(signedOn.value, "") desc) {
  _id,
  ${localisedTitle},
  "slug": slug.current,
  kind,
  approvedOn,
  signedOn,
  endDate,
  ${localisedSummary},
  counterparty->{_id, ${localisedName}},
  "replaces": replaces->{_id, ${localisedTitle}, "slug": slug.current},
  "replacedBy": *[_type == "agreement" && replaces._ref == ^._id][0]{_id, ${localisedTitle}, "slug": slug.current},
  "annexes": *[_type == "annex" && agreement._ref == ^._id] | order(number asc) {_id, number, ${localisedTitle}}
}`)
