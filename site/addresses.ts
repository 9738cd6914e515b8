import type {Language} from '../queries/index.ts'

/** The parts of the site, each with its name in the addresses of each language. */
export const sections = {
  agreement: {nl: 'overeenkomsten', en: 'agreements'},
  annex: {nl: 'bijlagen', en: 'annexes'},
  trustFundRound: {nl: 'rondes', en: 'rounds'},
  project: {nl: 'projecten', en: 'projects'},
  totals: {nl: 'cijfers', en: 'figures'},
  organisation: {nl: 'organisaties', en: 'organisations'},
  newsItem: {nl: 'nieuws', en: 'news'},
  page: {nl: 'over', en: 'about'},
  conventions: {nl: 'verdragen', en: 'conventions'},
  search: {nl: 'zoeken', en: 'search'},
  openData: {nl: 'open-data', en: 'open-data'},
  accessibility: {nl: 'toegankelijkheid', en: 'accessibility'},
} as const satisfies Record<string, Record<Language, string>>

export type Section = keyof typeof sections

/** The sections that are named after a type of document, each of which has a page. */
export const documentSections = [
  'agreement',
  'annex',
  'trustFundRound',
  'project',
  'organisation',
  'newsItem',
  'page',
] as const satisfies Section[]

/** Where the Studio sends a browser that may preview. */
export const ENABLE_PATH = '/preview/enable'

/** A page in one language and, by the same section and slug, in the other. */
export interface Address {
  /** Absent for the home page. */
  section?: Section
  slug?: string
}

/** The path of a page: `/nl/projecten/theesector-malawi`. */
export function pathOf({section, slug}: Address, language: Language): string {
  const parts = [language, section && sections[section][language], slug && encodeURIComponent(slug)]
  return `/${parts.filter(Boolean).join('/')}`
}

/** The path of a document's page, or undefined when its type has none. */
export function documentPath(
  document: {_type: string; slug?: string | null},
  language: Language,
): string | undefined {
  return isSection(document._type) && document.slug
    ? pathOf({section: document._type, slug: document.slug}, language)
    : undefined
}

function isSection(type: string): type is Section {
  return Object.hasOwn(sections, type)
}

/** An address from content as a link, or undefined when it is not one of the web. */
export function webAddress(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : undefined
}

/** A path of this site from elsewhere, or undefined: `//host` is another one. */
export function placeOnSite(path: string | null | undefined): string | undefined {
  return path && /^\/(?![/\\])\S*$/.test(path) ? path : undefined
}
