import type {IatiElement, Narrative} from '../extract/iati.ts'
import type {JsonObject} from '../model.ts'
import {languageOf, type PageLanguage} from '../parse/language.ts'
import type {ReadActivity} from './readActivity.ts'

export const LANGUAGES: readonly PageLanguage[] = ['nl', 'en']

/** What a narrative says, in a language of the content. */
export interface Words {
  language: PageLanguage
  text: string
}

/** Takes the Dutch and English words of elements; those in another language are told. */
export function takeWords(elements: IatiElement[], name: string, read: ReadActivity): Words[] {
  return elements.flatMap((element) => {
    const words = wordsOf(element)
    if (words.length > 0) read.take([element])
    const others = new Set(
      element.narratives.filter((one) => !languageOfWords(one)).map(({language}) => `"${language}"`),
    )
    if (others.size > 0) {
      const message = `Words in ${[...others].join(', ')} are neither Dutch nor English and are not taken: add a translation by hand.`
      read.warn('language-unknown', message, {name, element})
    }
    return words
  })
}

/** The words of an element in the languages of the content. */
export const wordsOf = ({narratives}: IatiElement): Words[] =>
  narratives.flatMap((narrative) => {
    const language = languageOfWords(narrative)
    return language ? [{language, text: narrative.text}] : []
  })

const languageOfWords = ({language}: Narrative): PageLanguage | undefined =>
  languageOf({declared: language, text: ''})

/** A field of words: a value for each language that has any. */
export function inEachLanguage(
  all: readonly Words[],
  make: (language: PageLanguage, words: string) => JsonObject[],
): JsonObject[] {
  return LANGUAGES.flatMap((language) => {
    const words = all.filter((one) => one.language === language).map(({text}) => text)
    return words.length > 0 ? make(language, words.join('\n')) : []
  })
}
