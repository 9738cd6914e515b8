import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {titleLink} from './fragments/links.ts'
import {localised} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * What the frame of a site shows: its title and description, whom to write to, the pages of text in the
 * order that editors gave them.
 *
 * @example
 * const settings = await fund.ask('settings', {language: 'nl'})
 */
export const settingsQuery = defineQuery(/* groq */ `{
  "site": *[_type == "siteSettings"][0] {
    ${localised('title')},
    ${localised('description')},
    contactEmail,
    dataLicence
  },
  "pages": [
    ...coalesce(*[_type == "siteSettings"][0].pages[]->, []),
    ...(*[_type == "page" && !(_id in coalesce(*[_type == "siteSettings"][0].pages[]._ref, []))] | order(_id asc))
  ][defined(slug.current)]{${titleLink}}
}`)

export const settingsParams = z.object({language})
