import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {annexOrder} from './fragments/annexOrder.ts'
import {evidence} from './fragments/evidence.ts'
import {articles, files, preamble} from './fragments/files.ts'
import {nameLink, titleLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {publications} from './fragments/publications.ts'
import {language, slug} from './params.ts'

/**
 * One agreement by its slug: its annexes, signatures, articles, the agreements before and after it,
 * the rounds decided under it and the news about it; `null` when there is none.
 *
 * @example
 * const agreement = await fund.ask('agreement', {slug: 'cooperation-agreement-between-flanders-and-the-ilo-2011', language: 'en'})
 */
export const agreementQuery = defineQuery(/* groq */ `
*[_type == "agreement" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  kind,
  approvedOn,
  signedOn,
  entryIntoForce,
  endDate,
  place,
  ${localisedWithLanguage('summary')},
  "counterparty": counterparty->{${nameLink}},
  "signatures": signatures[]{_key, person, ${localised('role')}, "party": party->{${nameLink}}},
  ${preamble},
  ${articles},
  ${files},
  "replaces": replaces->{${titleLink}, signedOn},
  "replacedBy": *[_type == "agreement" && replaces._ref == ^._id][0]{${titleLink}, signedOn},
  "annexes": *[_type == "annex" && agreement._ref == ^._id] | order(${annexOrder}) {
    ${titleLink}, number, ${localised('subject')}
  },
  "rounds": *[_type == "trustFundRound" && agreement._ref == ^._id] | order(period.start.value asc) {
    ${titleLink}, period, contribution{amount, currency}
  },
  "news": *[_type == "newsItem" && references(^._id)] | order(publishedOn desc) {${titleLink}, publishedOn},
  ${publications},
  ${evidence}
}`)

export const agreementParams = z.object({slug, language})
