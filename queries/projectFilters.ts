import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {nameLink, titleLink} from './fragments/links.ts'
import {localised} from './fragments/localised.ts'
import {projectEnd, projectStart} from './fragments/projectPeriod.ts'
import {language} from './params.ts'

/** What the list of projects can be filtered by: only values that some project has. */
export const projectFiltersQuery = defineQuery(/* groq */ `{
  "places": *[_type == "place" && (count(*[_type == "project" && references(^._id)]) > 0
      || count(*[_type == "place" && parent._ref == ^._id && count(*[_type == "project" && references(^._id)]) > 0]) > 0)] {
    ${nameLink}, kind
  } | order(lower(name) asc),
  "themes": *[_type == "theme" && count(*[_type == "project" && references(^._id)]) > 0] {${titleLink}} | order(lower(title) asc),
  "goals": *[_type == "sustainableDevelopmentGoal" && count(*[_type == "project" && references(^._id)]) > 0] | order(number asc) {
    _id, number, ${localised('title')}, "slug": slug.current
  },
  "organisations": *[_type == "organisation" && count(*[_type == "project" && references(^._id)]) > 0] {${nameLink}} | order(lower(name) asc),
  "channels": array::unique(*[_type == "project" && defined(channel)].channel),
  "starts": array::unique(*[_type == "project" && defined(${projectStart})]{"value": ${projectStart}}.value),
  "ends": array::unique(*[_type == "project" && defined(${projectEnd})]{"value": ${projectEnd}}.value)
}`)

export const projectFiltersParams = z.object({language})
