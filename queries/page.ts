import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {evidence} from './fragments/evidence.ts'
import {image} from './fragments/files.ts'
import {localisedWithLanguage, localisedTextWithLanguage} from './fragments/localised.ts'
import {language, slug} from './params.ts'

/**
 * One page of plain text by its slug, such as the one about the cooperation.
 *
 * @example
 * const about = await fund.ask('page', {slug: 'about-the-cooperation', language: 'en'})
 */
export const pageQuery = defineQuery(/* groq */ `
*[_type == "page" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  ${localisedWithLanguage('summary')},
  ${localisedTextWithLanguage('body')},
  ${image},
  ${evidence}
}`)

export const pageParams = z.object({slug, language})
