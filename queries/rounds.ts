import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {allocation} from './fragments/allocation.ts'
import {titleLink} from './fragments/links.ts'
import {localisedWithLanguage} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * All rounds of the trust fund, newest first, each with its projects and how far it is allocated.
 *
 * @example
 * const rounds = await fund.ask('rounds', {language: 'en'})
 */
export const roundsQuery = defineQuery(/* groq */ `
*[_type == "trustFundRound"] | order(coalesce(period.start.value, decidedOn.value, "") desc, _id asc) {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  period,
  decidedOn,
  contribution{amount, currency},
  "agreement": agreement->{${titleLink}},
  ${allocation},
  "projects": *[_type == "project" && round._ref == ^._id] | order(_id asc) {${titleLink}, amount{amount, currency}}
}`)

export const roundsParams = z.object({language})
