import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {allocation} from './fragments/allocation.ts'
import {evidence} from './fragments/evidence.ts'
import {titleLink} from './fragments/links.ts'
import {localisedWithLanguage} from './fragments/localised.ts'
import {projectCard} from './fragments/projectCard.ts'
import {projectStart} from './fragments/projectPeriod.ts'
import {language, slug, today} from './params.ts'

/**
 * One round by its slug, with its projects and its allocation; `null` when there is none.
 *
 * @example
 * const round = await fund.ask('round', {slug: 'round-2018-2019', language: 'en'})
 */
export const roundQuery = defineQuery(/* groq */ `
*[_type == "trustFundRound" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  ${localisedWithLanguage('summary')},
  period,
  decidedOn,
  contribution{amount, currency, publishedText},
  carryOver,
  "agreement": agreement->{${titleLink}},
  ${allocation},
  "projects": *[_type == "project" && round._ref == ^._id] | order(${projectStart} asc, _id asc) {${projectCard}},
  "news": *[_type == "newsItem" && references(^._id)] | order(publishedOn desc) {${titleLink}, publishedOn},
  ${evidence}
}`)

export const roundParams = z.object({slug, language, today})
