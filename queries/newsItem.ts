import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {image} from './fragments/files.ts'
import {localised, localisedWithLanguage, localisedTextWithLanguage} from './fragments/localised.ts'
import {evidence} from './fragments/evidence.ts'
import {language, slug} from './params.ts'

/**
 * One news item by its slug, with links to what it is about; `null` when there is none.
 *
 * @example
 * const newsItem = await fund.ask('newsItem', {slug: '2011-03-21-the-government-of-flanders-signs-a-new-cooperation-agreement-with-the-ilo', language: 'en'})
 */
export const newsItemQuery = defineQuery(/* groq */ `
*[_type == "newsItem" && slug.current == $slug][0] {
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  publishedOn,
  ${localisedWithLanguage('summary')},
  ${localisedTextWithLanguage('body')},
  ${image},
  "about": about[]->{_id, _type, ${localised('title')}, ${localised('name')}, "slug": slug.current},
  ${evidence}
}`)

export const newsItemParams = z.object({slug, language})
