import {html, raw} from 'hono/html'

/** Markup made by the `html` tag: what it inserts is escaped unless it is markup itself. */
export type Markup = ReturnType<typeof html> | ''

export {html, raw}

/** The `lang` attribute of words that are not in the language of their page. */
export function langOf(language: string | null | undefined, pageLanguage: string): Markup {
  return language && language !== pageLanguage ? html` lang="${language}"` : ''
}
