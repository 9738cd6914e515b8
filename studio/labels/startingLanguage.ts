import type {Language} from '../../schemas/languages.ts'
import {preferBrowserLanguage} from './browserLanguage.ts'

const CHOICE = 'interface-language'

const LOCALES: Record<string, Language> = {'en-US': 'en', 'nl-NL': 'nl'}

/** The language of ours that belongs to a locale of the Studio. */
export const languageOfLocale = (locale: string): Language => LOCALES[locale] ?? 'en'

/**
 * The language that the Studio starts in: what the person chose in its menu, else what the browser
 * prefers. The schema and its previews are made in that language once, at the start.
 */
export function startingLanguage(): Language {
  const chosen = globalThis.document ? globalThis.localStorage.getItem(CHOICE) : null
  if (chosen === 'nl' || chosen === 'en') return chosen
  const preferred = preferBrowserLanguage(Object.keys(LOCALES).map((id) => ({id}))).at(-1)
  return languageOfLocale(preferred?.id ?? '')
}

/** Kept for the next start, in this browser. */
export function rememberLanguage(language: Language): void {
  globalThis.localStorage.setItem(CHOICE, language)
}
