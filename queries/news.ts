import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {from, language, to} from './params.ts'

/**
 * News, newest first, a slice of it, and how many items there are.
 *
 * @example
 * const {total, items} = await fund.ask('news', {language: 'en', to: 10})
 */
export const newsQuery = defineQuery(/* groq */ `{
  "total": count(*[_type == "newsItem"]),
  "items": *[_type == "newsItem"] | order(coalesce(publishedOn, "") desc, _id asc) [$from...$to] {
    _id,
    _type,
    ${localisedWithLanguage('title')},
    "slug": slug.current,
    publishedOn,
    ${localised('summary')}
  }
}`)

export const newsParams = z.object({language, from, to})
