import {itemKey} from '../identity.ts'
import type {DocumentType, Json, JsonObject, Page} from '../model.ts'
import type {DateReading} from '../parse/date.ts'
import type {PageLanguage} from '../parse/language.ts'
import type {MoneyReading} from '../parse/money.ts'

type LocalisedKind = 'String' | 'Text' | 'BlockContent'

/** Words in one language, as the field-level translation keeps them. */
export function localised(kind: LocalisedKind, language: PageLanguage, value: Json): JsonObject[] {
  return [{_key: language, _type: `internationalizedArray${kind}Value`, language, value}]
}

/** Words in both languages. */
export function inBothLanguages(words: {nl: string; en: string}): JsonObject[] {
  return [...localised('String', 'nl', words.nl), ...localised('String', 'en', words.en)]
}

/** An amount; the words of the source are kept only when they say another figure (1.3 million). */
export function money({cents, currency, text}: MoneyReading): JsonObject {
  const digits = text.replace(/[.,]00\b/, '').replace(/\D/g, '')
  const sameFigure = digits === String(cents / 100) || digits === String(cents)
  return {_type: 'money', amount: cents / 100, currency, ...(sameFigure ? {} : {publishedText: text})}
}

export function partialDate({value, precision}: DateReading): JsonObject {
  return {_type: 'partialDate', value, precision}
}

/** A reference by natural key; the link stage replaces the key by a document's id. */
export function referenceTo(type: DocumentType, key: string): JsonObject {
  return {_type: 'reference', _ref: `${type}|${key}`}
}

/** An array item with a key that follows from its content. */
export function item(path: string, content: JsonObject): JsonObject {
  return {_key: itemKey(path, content), ...content}
}

/** The page as the source of a document; nothing when it does not tell its address. */
export function sourcesOf({url, title}: Page): JsonObject {
  return url ? {sources: [item('sources', {_type: 'source', url, title})]} : {}
}
