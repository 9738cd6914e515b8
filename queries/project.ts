import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {evidence} from './fragments/evidence.ts'
import {image} from './fragments/files.ts'
import {nameLink, titleLink} from './fragments/links.ts'
import {localised, localisedWithLanguage, localisedTextWithLanguage} from './fragments/localised.ts'
import {projectEnd, projectStart, projectStatus} from './fragments/projectPeriod.ts'
import {publications} from './fragments/publications.ts'
import {language, slug, today} from './params.ts'

/**
 * One project by its slug, with what its page shows; `null` when there is none.
 *
 * @example
 * const project = await fund.ask('project', {slug: 'scaling-up-the-vct-work-initiative-in-southern-africa', language: 'en'})
 */
export const projectQuery = defineQuery(/* groq */ `
*[_type == "project" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  ${localisedWithLanguage('objective')},
  ${localisedTextWithLanguage('description')},
  channel,
  scope,
  amount{amount, currency, publishedText},
  "durationMonths": period.durationMonths,
  "start": ${projectStart},
  "end": ${projectEnd},
  "status": ${projectStatus},
  "round": round->{${titleLink}, period, contribution{amount, currency}},
  "places": places[]{percentage, ...place->{${nameLink}, kind, isoCode, "parent": parent->{${nameLink}}}},
  "themes": themes[]->{${titleLink}},
  "goals": sustainableDevelopmentGoals[]->{_id, number, ${localised('title')}, "slug": slug.current},
  "targets": sustainableDevelopmentTargets,
  "participations": participations[]{_key, role, "organisation": organisation->{${nameLink}}},
  "grants": grants[]{_key, amount{amount, currency}, decidedOn, "funder": funder->{${nameLink}}, "beneficiary": beneficiary->{${nameLink}}},
  "results": results[]{_key, type, ${localised('text')}, indicator},
  ${image},
  "follows": follows->{${titleLink}},
  "followedBy": *[_type == "project" && follows._ref == ^._id] | order(_id asc) {${titleLink}},
  externalIds[]{scheme, value},
  "news": *[_type == "newsItem" && references(^._id)] | order(publishedOn desc) {${titleLink}, publishedOn},
  ${publications},
  ${evidence}
}`)

export const projectParams = z.object({slug, language, today})
