import {languages, type Language} from '../languages.ts'
import {wordsIn} from '../values/localised.ts'
import {isObject, members, objectsIn, text} from './read.ts'
import {defineRule, type Message, type RuleDocument} from './rule.ts'

/** A language is published with a title: words in a language without its title lead nowhere. */
export const languageTitle = defineRule({
  code: 'language-title',
  level: 'error',
  check(document) {
    const attribute = titleAttribute(document)
    if (!attribute) return []
    return languages
      .filter(({id}) => !wordsIn(document[attribute], id) && hasWords(document, attribute, id))
      .map(({id}) => ({path: [attribute], message: MISSING[id].title}))
  },
})

/** A document has its title in every language, sooner or later. */
export const languageMissing = defineRule({
  code: 'language-missing',
  level: 'warning',
  check(document) {
    const attribute = titleAttribute(document)
    if (!attribute) return []
    return languages
      .filter(({id}) => !wordsIn(document[attribute], id) && !hasWords(document, attribute, id))
      .map(({id}) => ({path: [attribute], message: MISSING[id].language}))
  },
})

const MISSING: Record<Language, {title: Message; language: Message}> = {
  nl: {
    title: {
      nl: 'Er zijn Nederlandse teksten, maar er is geen Nederlandse titel. Schrijf de titel, of haal de teksten weg.',
      en: 'There are Dutch texts, but there is no Dutch title. Write the title, or take the texts away.',
    },
    language: {
      nl: 'Er is nog geen Nederlandse titel: Nederlandstalige lezers zien dit niet. Vertaal de titel.',
      en: 'There is no Dutch title yet: readers of Dutch do not see this. Translate the title.',
    },
  },
  en: {
    title: {
      nl: 'Er zijn Engelse teksten, maar er is geen Engelse titel. Schrijf de titel, of haal de teksten weg.',
      en: 'There are English texts, but there is no English title. Write the title, or take the texts away.',
    },
    language: {
      nl: 'Er is nog geen Engelse titel: Engelstalige lezers zien dit niet. Vertaal de titel.',
      en: 'There is no English title yet: readers of English do not see this. Translate the title.',
    },
  },
}

/** What a document is called by; undefined for types that have neither. */
export function titleAttribute(document: RuleDocument): 'title' | 'name' | undefined {
  return (['title', 'name'] as const).find((attribute) => Array.isArray(document[attribute]))
}

/** Whether readers would see words in this language elsewhere in the document; notes are for colleagues. */
function hasWords(document: RuleDocument, title: string, language: Language): boolean {
  return Object.entries(document).some(
    ([attribute, value]) => attribute !== title && attribute !== 'notes' && hasWordsInside(value, language),
  )
}

function hasWordsInside(value: unknown, language: Language): boolean {
  return [{value: {value}}, ...objectsIn(value)].some(({value: object}) =>
    Object.values(object).some((attribute) =>
      members(attribute).some(
        ({value: item}) => item['language'] === language && isLocalised(item) && isFilled(item['value']),
      ),
    ),
  )
}

function isLocalised(item: Record<string, unknown>): boolean {
  return text(item['_type'])?.startsWith('internationalizedArray') ?? false
}

function isFilled(value: unknown): boolean {
  return text(value) !== undefined || (Array.isArray(value) && value.some(isObject))
}
