import {createRequire} from 'node:module'

import countries from 'i18n-iso-countries'

const load = createRequire(import.meta.url)
countries.registerLocale(load('i18n-iso-countries/langs/nl.json'))
countries.registerLocale(load('i18n-iso-countries/langs/en.json'))

/** Names that offices write and the code list does not, or names otherwise. */
const ALIASES: Record<string, string> = {
  malawi: 'MW',
  swaziland: 'SZ',
  eswatini: 'SZ',
  'zuid afrika': 'ZA',
  'the netherlands': 'NL',
  holland: 'NL',
  'verenigde staten': 'US',
  ivoorkust: 'CI',
  'ivory coast': 'CI',
}

/** Names that two countries share: a person must say which. */
const AMBIGUOUS = new Set(['congo', 'korea', 'guinea', 'guinee'])

/** Shorter entries of the code list are abbreviations, such as VS. */
const SHORTEST_NAME = 4

/** Names that are also a word, a person or a region inside another country: never found in running text. */
const NOT_IN_TEXT = new Set(['georgia', 'jersey', 'chad', 'man', 'turkey'])

const codeByName = new Map<string, string>([
  ...Object.keys(countries.getAlpha2Codes()).flatMap((code) =>
    (['nl', 'en'] as const).flatMap((language) =>
      (countries.getName(code, language, {select: 'all'}) ?? []).map((name): [string, string] => [
        plain(name),
        code,
      ]),
    ),
  ),
  ...Object.entries(ALIASES),
])

/** The ISO 3166-1 code of a country's Dutch or English name. */
export function countryCode(name: string): string | undefined {
  const words = plain(name)
  return AMBIGUOUS.has(words) ? undefined : codeByName.get(words)
}

/** The usual Dutch and English names of a country. */
export function countryNames(code: string): {nl: string; en: string} | undefined {
  const nl = usualName(code, 'nl')
  const en = usualName(code, 'en')
  return nl && en ? {nl, en} : undefined
}

/** The code list gives formal names too (Republiek Zuid-Afrika); people write the short one. */
function usualName(code: string, language: 'nl' | 'en'): string | undefined {
  const names = countries.getName(code, language, {select: 'all'}) ?? []
  return names.filter((name) => name.length >= SHORTEST_NAME).toSorted((a, b) => a.length - b.length)[0]
}

/** The countries named in a text, in the order of their first mention. */
export function findCountries(text: string): string[] {
  const words = ` ${plain(text)} `
  const found = [...codeByName].flatMap(([name, code]) => {
    if (NOT_IN_TEXT.has(name) || AMBIGUOUS.has(name) || name.length < SHORTEST_NAME) return []
    const at = words.indexOf(` ${name} `)
    return at === -1 ? [] : [{code, at, length: name.length}]
  })
  const outermost = found.filter(
    (one) =>
      !found.some(
        (other) => other.length > one.length && other.at <= one.at && one.at < other.at + other.length,
      ),
  )
  return [...new Set(outermost.toSorted((a, b) => a.at - b.at).map(({code}) => code))]
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
