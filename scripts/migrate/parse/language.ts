import {detect} from 'tinyld'

export type PageLanguage = 'nl' | 'en'

const LEAST_CHARACTERS = 40

/** What may tell the language of a page, most trustworthy first. */
export interface LanguageClues {
  declared?: string
  url?: string
  text: string
}

/**
 * The language of a page: as declared, else by the `/nl/` or `/en/` of its address, else by its words when
 * there are enough of them. Undefined for another language or too little text: a person must say.
 */
export function languageOf({declared, url, text}: LanguageClues): PageLanguage | undefined {
  const stated = declared?.toLowerCase().split(/[-_]/)[0]
  if (stated) return isPageLanguage(stated) ? stated : undefined
  const folder = /^https?:\/\/[^/]+\/(\w{2})(?:\/|$)/i.exec(url ?? '')?.[1]?.toLowerCase()
  if (folder) return isPageLanguage(folder) ? folder : undefined
  if (text.length < LEAST_CHARACTERS) return undefined
  const detected = detect(text, {only: ['nl', 'en']})
  return isPageLanguage(detected) ? detected : undefined
}

function isPageLanguage(code: string): code is PageLanguage {
  return code === 'nl' || code === 'en'
}
