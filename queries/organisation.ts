import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {nameLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {projectCard} from './fragments/projectCard.ts'
import {projectStart} from './fragments/projectPeriod.ts'
import {language, slug, today} from './params.ts'

/**
 * One organisation by its slug, with what belongs to it and the projects it takes part in.
 *
 * @example
 * const organisation = await fund.ask('organisation', {slug: 'government-of-flanders', language: 'nl'})
 */
export const organisationQuery = defineQuery(/* groq */ `
*[_type == "organisation" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('name')},
  ${localised('acronym')},
  "slug": slug.current,
  kind,
  website,
  "formerNames": formerNames[]{_key, ${localised('name')}, usedUntil},
  "parent": parent->{${nameLink}},
  "parts": *[_type == "organisation" && parent._ref == ^._id] {${nameLink}} | order(lower(name) asc),
  "projects": *[_type == "project" && references(^._id)] | order(coalesce(${projectStart}, "") desc, _id asc) {
    ${projectCard},
    "roles": array::unique(participations[organisation._ref == ^.^._id].role)
  },
  externalIds[]{scheme, value}
}`)

export const organisationParams = z.object({slug, language, today})
