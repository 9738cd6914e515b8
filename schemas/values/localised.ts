import {languages, type Language} from '../languages.ts'

/** One language's words of a field that is kept per language. */
export interface LocalisedValue<T = string> {
  language: string
  value?: T
}

/** The words of one language in a field kept per language; undefined when there are none. */
export function wordsIn(value: unknown, language: Language): string | undefined {
  if (!Array.isArray(value)) return undefined
  const entry: unknown = value.find(
    (item: unknown) =>
      typeof item === 'object' && item !== null && 'language' in item && item.language === language,
  )
  const words = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : undefined
  return typeof words === 'string' && words.trim() !== '' ? words : undefined
}

/** The words in the preferred language, else in whichever language has some. */
export function wordsPreferring(value: unknown, language: Language): string | undefined {
  const order: Language[] = [language, ...languages.map(({id}) => id).filter((id) => id !== language)]
  for (const candidate of order) {
    const words = wordsIn(value, candidate)
    if (words) return words
  }
  return undefined
}
