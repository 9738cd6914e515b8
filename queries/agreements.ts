import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {annexOrder} from './fragments/annexOrder.ts'
import {nameLink, titleLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * All agreements, newest first, each with its annexes, what it replaces and what replaced it.
 *
 * @example
 * const agreements = await fund.ask('agreements', {language: 'nl'})
 */
export const agreementsQuery = defineQuery(/* groq */ `
*[_type == "agreement"] | order(coalesce(signedOn.value, approvedOn.value, "") desc, _id asc) {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  kind,
  approvedOn,
  signedOn,
  endDate,
  place,
  ${localised('summary')},
  "counterparty": counterparty->{${nameLink}},
  "replaces": replaces->{${titleLink}},
  "replacedBy": *[_type == "agreement" && replaces._ref == ^._id][0]{${titleLink}},
  "annexes": *[_type == "annex" && agreement._ref == ^._id] | order(${annexOrder}) {${titleLink}, number}
}`)

export const agreementsParams = z.object({language})
