import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {titleLink} from './fragments/links.ts'
import {localised} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * What the frame of a site shows: its title and description, whom to write to, the pages of text.
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
  "pages": *[_type == "page" && defined(slug.current)] | order(_id asc) {${titleLink}}
}`)

export const settingsParams = z.object({language})
