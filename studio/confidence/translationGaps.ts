import {languages, type Language} from '../../schemas/languages.ts'

/** A language and the fields that have words in the other language only. */
export interface TranslationGap {
  language: Language
  /** Names of the fields at the top of the document. */
  fields: string[]
  /** Whether the title or name is among them: readers of the language then see nothing. */
  whole: boolean
}

/** Fields that readers of the website never see. */
const INTERNAL = new Set(['notes', 'sources', 'provenance'])

/** What is still to be translated in a document, per language; none for a complete one. */
export function translationGaps(document: Readonly<Record<string, unknown>>): TranslationGap[] {
  return languages.flatMap(({id: language}) => {
    const fields = Object.entries(document)
      .filter(([name, value]) => !INTERNAL.has(name) && lacks(value, language))
      .map(([name]) => name)
    const whole = fields.some((name) => name === 'title' || name === 'name')
    return fields.length > 0 ? [{language, fields, whole}] : []
  })
}

/** Whether something inside has words, but none in the language. */
function lacks(value: unknown, language: Language): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!Array.isArray(value)) return Object.values(value).some((attribute) => lacks(attribute, language))
  const words = value.filter(isWords)
  if (words.length === 0) return value.some((item) => lacks(item, language))
  return words.some(isFilled) && !words.some((item) => item.language === language && isFilled(item))
}

interface Words {
  language: unknown
  value?: unknown
}

function isWords(item: unknown): item is Words {
  return (
    typeof item === 'object' &&
    item !== null &&
    'language' in item &&
    '_type' in item &&
    String(item._type).startsWith('internationalizedArray')
  )
}

function isFilled({value}: Words): boolean {
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0
}
