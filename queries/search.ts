import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {localised} from './fragments/localised.ts'
import {from, language, to, words} from './params.ts'

const searched =
  /* groq */ `_type in ["agreement", "annex", "trustFundRound", "project", "newsItem", "organisation", "page"]
  && defined(slug.current)
  && [...title[].value, ...name[].value, ...acronym[].value, ...summary[].value, ...objective[].value, ...subject[].value, ...alternativeTitles[], ...externalIds[].value] match $text` as const

/**
 * Pages of the site that have all words of `$text`, each as the beginning of a word, in any language;
 * those with the words in the title first.
 *
 * @example
 * const {total, items} = await fund.ask('search', {language: 'en', text: 'decent work', to: 20})
 */
export const searchQuery = defineQuery(/* groq */ `{
  "total": count(*[${searched}]),
  "items": *[${searched}]
    | score(boost([...title[].value, ...name[].value] match $text, 4), [...summary[].value, ...objective[].value, ...subject[].value] match $text)
    | order(_score desc, _id asc) [$from...$to] {
      _id,
      _type,
      "title": coalesce(
        title[language == $language && defined(value)][0].value, name[language == $language && defined(value)][0].value,
        title[defined(value)][0].value, name[defined(value)][0].value
      ),
      "slug": slug.current,
      ${localised('summary')},
      ${localised('objective')}
    }
}`)

export const searchParams = z.object({language, text: words, from, to})
