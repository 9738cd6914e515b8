import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {nameLink, titleLink} from './fragments/links.ts'
import {localised} from './fragments/localised.ts'
import {projectEnd, projectStart} from './fragments/projectPeriod.ts'
import {language} from './params.ts'

/** What projects refer to, gathered once; a place brings the countries and regions that it lies in. */
const usedIds = /* groq */ `{
  "placeIds": array::unique(*[_type == "project"].places[].place->{"ids": [_id, parent._ref, parent->parent._ref]}.ids[]),
  "themeIds": array::unique(*[_type == "project"].themes[]._ref),
  "goalIds": array::unique(*[_type == "project"].sustainableDevelopmentGoals[]._ref),
  "organisationIds": array::unique([
    ...*[_type == "project"].participations[].organisation._ref,
    ...*[_type == "project"].grants[].funder._ref,
    ...*[_type == "project"].grants[].beneficiary._ref
  ])
}` as const

/**
 * What the list of projects can be filtered by: only values that some project has.
 *
 * @example
 * const projectFilters = await fund.ask('projectFilters', {language: 'en'})
 */
export const projectFiltersQuery = defineQuery(/* groq */ `${usedIds}{
  "places": *[_type == "place" && _id in ^.placeIds] {${nameLink}, kind} | order(lower(name) asc),
  "themes": *[_type == "theme" && _id in ^.themeIds] {${titleLink}} | order(lower(title) asc),
  "goals": *[_type == "sustainableDevelopmentGoal" && _id in ^.goalIds] | order(number asc) {
    _id, number, ${localised('title')}, "slug": slug.current
  },
  "organisations": *[_type == "organisation" && _id in ^.organisationIds] {${nameLink}} | order(lower(name) asc),
  "channels": array::unique(*[_type == "project" && defined(channel)].channel),
  "starts": array::unique(*[_type == "project" && defined(${projectStart})]{"value": ${projectStart}}.value),
  "ends": array::unique(*[_type == "project" && defined(${projectEnd})]{"value": ${projectEnd}}.value)
}`)

export const projectFiltersParams = z.object({language})
