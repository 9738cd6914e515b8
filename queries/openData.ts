import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {projectEnd, projectStart} from './fragments/projectPeriod.ts'

/**
 * Every project as open data: flat, with both languages, for downloads in CSV and JSON.
 *
 * @example
 * const openData = await fund.ask('openData', {})
 */
export const openDataQuery = defineQuery(/* groq */ `
*[_type == "project"] | order(coalesce(${projectStart}, "") asc, _id asc) {
  "id": _id,
  "slug": slug.current,
  "titleNl": title[language == "nl"][0].value,
  "titleEn": title[language == "en"][0].value,
  channel,
  "round": round->slug.current,
  "amount": amount.amount,
  "currency": amount.currency,
  "start": ${projectStart},
  "end": ${projectEnd},
  "places": places[].place->isoCode,
  "placeNames": places[].place->name[language == "en"][0].value,
  "themes": themes[]->slug.current,
  "implementers": participations[role == "implementing"].organisation->name[language == "en"][0].value,
  "sources": sources[].url,
  "updatedAt": _updatedAt
}`)

export const openDataParams = z.object({})
