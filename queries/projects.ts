import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {projectStatuses} from '../schemas/values/projectStatus.ts'
import {projectCard} from './fragments/projectCard.ts'
import {projectEnd, projectStart, projectStatus} from './fragments/projectPeriod.ts'
import {from, language, optionalSlug, optionalYear, to, today, words} from './params.ts'

/** Where the money of a project comes through. */
export const channels = ['trustFund', 'bilateral', 'coreOrSupplementary', 'unknown'] as const

/**
 * What a filter's slug stands for, found once and not for every project: a place takes its countries
 * and their parts with it.
 */
const filterIds = /* groq */ `{
  "placeIds": *[_type == "place" && $place in [slug.current, parent->slug.current, parent->parent->slug.current]]._id,
  "themeIds": *[_type == "theme" && slug.current == $theme]._id,
  "goalIds": *[_type == "sustainableDevelopmentGoal" && slug.current == $goal]._id,
  "organisationIds": *[_type == "organisation" && slug.current == $organisation]._id
}` as const

/** A parameter that is `null` does not filter. A year takes every project that touches it. */
const matching = /* groq */ `
  _type == "project"
  && ($channel == null || channel == $channel)
  && ($status == null || ${projectStatus} == $status)
  && ($year == null || (${projectStart} < $year + "-99" && coalesce(${projectEnd}, ${projectStart}) >= $year))
  && ($place == null || references(^.placeIds))
  && ($theme == null || references(^.themeIds))
  && ($goal == null || references(^.goalIds))
  && ($organisation == null || references(^.organisationIds))
  && ($text == "" || [...title[].value, ...objective[].value, ...alternativeTitles[], ...externalIds[].value] match $text)` as const

/**
 * The projects that match the filters, latest start first, a slice of them, and how many there are.
 *
 * @example
 * const {total, items} = await fund.ask('projects', {language: 'en', place: 'malawi', text: 'tea', to: 20})
 */
export const projectsQuery = defineQuery(/* groq */ `${filterIds}{
  "total": count(*[${matching}]),
  "items": *[${matching}] | order(coalesce(${projectStart}, "") desc, _id asc) [$from...$to] {${projectCard}}
}`)

export const projectsParams = z.object({
  language,
  /** Only projects whose money comes through this channel. */
  channel: z._default(z.nullable(z.enum(channels)), null),
  /** Only projects with this status on the day `today`. */
  status: z._default(z.nullable(z.enum(projectStatuses)), null),
  /** Only projects that ran in this year, in whole or in part. */
  year: optionalYear,
  /** The slug of a place: of a country with its parts, or of a region with its countries. */
  place: optionalSlug,
  /** The slug of a theme. */
  theme: optionalSlug,
  /** The slug of a sustainable development goal. */
  goal: optionalSlug,
  /** The slug of an organisation that takes part, pays or receives. */
  organisation: optionalSlug,
  text: words,
  from,
  to,
  today,
})
