import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {nameLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * Every organisation with a page, in how many projects it takes part, pays or receives, and its roles in
 * them: those with most projects first, then by name.
 *
 * @example
 * const organisations = await fund.ask('organisations', {language: 'en'})
 */
export const organisationsQuery = defineQuery(/* groq */ `
*[_type == "organisation" && defined(slug.current)] {
  _id,
  _type,
  ${localisedWithLanguage('name')},
  ${localised('acronym')},
  "slug": slug.current,
  "parent": parent->{${nameLink}},
  "projects": count(*[_type == "project" && references(^._id)]),
  "roles": array::unique(*[_type == "project" && references(^._id) && defined(participations)] {"own": participations[organisation._ref == ^.^._id && defined(role)].role}.own[]) | order(@ asc)
} | order(projects desc, lower(name) asc, _id asc)`)

export const organisationsParams = z.object({language})
