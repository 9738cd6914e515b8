import {defineQuery} from 'groq'

import {localisedName, localisedObjective, localisedTitle} from './localised.ts'

/**
 * All projects, newest start first, with what a list shows.
 * Parameters: `$language` `'nl'` or `'en'`.
 */
export const projectsQuery = defineQuery(/* groq */ `
*[_type == "project"] | order(coalesce(period.actualStart.value, period.plannedStart.value, "") desc) {
  _id,
  ${localisedTitle},
  "slug": slug.current,
  channel,
  amount,
  period,
  "round": round->{_id, ${localisedTitle}, "slug": slug.current},
  "places": places[].place->{_id, ${localisedName}, isoCode},
  "themes": themes[]->{_id, ${localisedTitle}, "slug": slug.current}
}`)

/**
 * One project by its slug, with what its page shows; `null` when there is none.
 * Parameters: `$slug`, `$language` `'nl'` or `'en'`.
 */
export const projectQuery = defineQuery(/* groq */ `
*[_type == "project" && slug.current == $slug][0] {
  _id,
  ${localisedTitle},
  "slug": slug.current,
  ${localisedObjective},
  channel,
  scope,
  amount,
  period,
  "round": round->{_id, ${localisedTitle}, "slug": slug.current, period},
  "places": places[]{percentage, ...place->{_id, ${localisedName}, isoCode}},
  "themes": themes[]->{_id, ${localisedTitle}, "slug": slug.current},
  "participations": participations[]{role, "organisation": organisation->{_id, ${localisedName}}},
  "follows": follows->{_id, ${localisedTitle}, "slug": slug.current},
  sources
}`)
