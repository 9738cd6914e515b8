import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {evidence} from './fragments/evidence.ts'
import {articles, files, preamble} from './fragments/files.ts'
import {titleLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {language, slug} from './params.ts'

/**
 * One annex by its slug, with its agreement and what it governs; `null` when there is none.
 *
 * @example
 * const annex = await fund.ask('annex', {slug: 'annex-i-2016', language: 'en'})
 */
export const annexQuery = defineQuery(/* groq */ `
*[_type == "annex" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  number,
  signedOn,
  ${localised('subject')},
  ${localisedWithLanguage('summary')},
  ${preamble},
  ${articles},
  ${files},
  "agreement": agreement->{${titleLink}, signedOn},
  "governs": *[_type == "trustFund" && governedBy._ref == ^._id]{_id, ${localised('title')}},
  ${evidence}
}`)

export const annexParams = z.object({slug, language})
