import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {projectStatus} from './fragments/projectPeriod.ts'
import {today} from './params.ts'

/**
 * Every project with all that an IATI activity says of it, in every language that there is.
 *
 * @example
 * const activities = await fund.ask('activities', {})
 */
export const activitiesQuery = defineQuery(/* groq */ `
*[_type == "project"] | order(_id asc) {
  "id": _id,
  "slug": slug.current,
  "identifier": externalIds[scheme == "iati"][0].value,
  "titles": title[defined(value)]{language, value},
  "objectives": objective[defined(value)]{language, value},
  "descriptions": description[defined(value)]{language, "value": pt::text(value)},
  "status": ${projectStatus},
  "dates": period{
    "plannedStart": plannedStart.value,
    "actualStart": actualStart.value,
    "plannedEnd": plannedEnd.value,
    "actualEnd": actualEnd.value
  },
  amount{amount, currency},
  "decidedOn": grants[defined(decidedOn.value)] | order(decidedOn.value asc)[0].decidedOn.value,
  "places": places[]{
    percentage,
    "kind": place->kind,
    "isoCode": coalesce(place->isoCode, place->parent->isoCode),
    "dacCode": place->dacCode
  },
  sectors,
  "goals": sustainableDevelopmentGoals[]->number,
  "targets": sustainableDevelopmentTargets,
  "participations": participations[]{
    role,
    "kind": organisation->kind,
    "names": organisation->name[defined(value)]{language, value}
  },
  "updatedAt": _updatedAt
}`)

export const activitiesParams = z.object({today})
