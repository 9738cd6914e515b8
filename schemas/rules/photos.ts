import {type Language, languages} from '../languages.ts'
import {wordsIn} from '../values/localised.ts'
import {titleAttribute} from './languages.ts'
import {objectsIn, text} from './read.ts'
import {defineRule, type FindingPath, type Message, type RuleDocument} from './rule.ts'

/** A photo says what it shows in every language that the document is read in. */
export const photoAlt = defineRule({
  code: 'photo-alt',
  level: 'error',
  check: (document) =>
    photosWith('alt', document).flatMap(({value, path}) =>
      languagesOf(document)
        .filter((language) => !wordsIn(value['alt'], language))
        .map((language) => ({path: [...path, 'alt'], message: NOT_DESCRIBED[language]})),
    ),
})

/** A photo names its maker. */
export const photoCredit = defineRule({
  code: 'photo-credit',
  level: 'error',
  check: (document) =>
    photosWith('credit', document)
      .filter(({value}) => text(value['credit']) === undefined)
      .map(({path}) => ({path: [...path, 'credit'], message: NO_CREDIT})),
})

const NOT_DESCRIBED: Record<Language, Message> = {
  nl: {
    nl: 'Bij deze foto staat in het Nederlands niet wat er te zien is. Beschrijf dat in een zin, voor wie de foto niet kan zien.',
    en: 'This photo does not say in Dutch what it shows. Describe it in one sentence, for readers who cannot see it.',
  },
  en: {
    nl: 'Bij deze foto staat in het Engels niet wat er te zien is. Beschrijf dat in een zin, voor wie de foto niet kan zien.',
    en: 'This photo does not say in English what it shows. Describe it in one sentence, for readers who cannot see it.',
  },
}

const NO_CREDIT: Message = {
  nl: 'Bij deze foto staat niet van wie hij is. Noem de fotograaf en de eigenaar, zoals © ILO/Marcel Crozet.',
  en: 'This photo does not say whose it is. Name the photographer and the owner, such as © ILO/Marcel Crozet.',
}

interface Photo {
  value: Readonly<Record<string, unknown>>
  path: FindingPath
}

/**
 * The photos of a document that have the attribute, which the structure asks for already; where no photo
 * was chosen yet there is nothing to describe.
 */
function photosWith(attribute: 'alt' | 'credit', document: RuleDocument): Photo[] {
  return [...objectsIn(document)].filter(
    ({value}) =>
      value['_type'] === 'imageWithCredit' && value['asset'] !== undefined && value[attribute] !== undefined,
  )
}

/** The languages that a document has a title in; all where it has none to go by. */
function languagesOf(document: RuleDocument): Language[] {
  const all = languages.map(({id}) => id)
  const attribute = titleAttribute(document)
  return attribute ? all.filter((language) => wordsIn(document[attribute], language)) : all
}
