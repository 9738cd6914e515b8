import type {DocumentLocationResolverObject, DocumentLocationsState} from 'sanity/presentation'
import {languages, type Language} from '../../schemas/languages.ts'
import {documentPath, pathOf, type Section} from '../../site/addresses.ts'
import {deskWord, type DeskLabel} from '../labels/index.ts'

type Resolver = DocumentLocationResolverObject<'slug'>

/** A page in each language; its address says the rest. */
const inEachLanguage = (
  label: DeskLabel,
  hrefIn: (language: Language) => string,
): DocumentLocationsState => ({
  locations: languages.map(({id}) => ({
    title: `${deskWord(label)} (${deskWord(`language.${id}`)})`,
    href: hrefIn(id),
  })),
})

/** Pages that a document has by its slug, or says that it has none yet. */
const bySlug = (label: DeskLabel, hrefIn: (slug: string, language: Language) => string): Resolver => ({
  select: {slug: 'slug.current'},
  resolve: (document) =>
    typeof document?.slug === 'string'
      ? inEachLanguage(label, (language) => hrefIn(document.slug, language))
      : {message: deskWord('presentation.withoutSlug'), tone: 'caution'},
})

/** A document with a page of its own. */
const ownPage = (type: Section): Resolver =>
  bySlug('view.publicPage', (slug, language) => documentPath({_type: type, slug}, language) ?? `/${language}`)

/** A document that the list of projects can be filtered by. */
const filteredProjects = (filter: string): Resolver =>
  bySlug(
    'desk.projects',
    (slug, language) => `${pathOf({section: 'project'}, language)}?${new URLSearchParams({[filter]: slug})}`,
  )

/** A document that a page of the site shows with others. */
const onPage = (label: DeskLabel, section?: Section): DocumentLocationsState =>
  inEachLanguage(label, (language) => pathOf(section ? {section} : {}, language))

/** Where each document shows on the site, in Dutch and in English. */
export const locations: Record<string, Resolver | DocumentLocationsState> = {
  agreement: ownPage('agreement'),
  annex: ownPage('annex'),
  trustFundRound: ownPage('trustFundRound'),
  project: ownPage('project'),
  organisation: ownPage('organisation'),
  newsItem: ownPage('newsItem'),
  page: ownPage('page'),
  place: filteredProjects('place'),
  theme: filteredProjects('theme'),
  sustainableDevelopmentGoal: filteredProjects('goal'),
  ilsConvention: onPage('desk.conventions', 'conventions'),
  trustFund: onPage('presentation.home'),
  siteSettings: onPage('presentation.everyPage'),
}
