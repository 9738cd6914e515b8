import type {
  DocumentLocation,
  DocumentLocationResolverObject,
  DocumentLocationsState,
} from 'sanity/presentation'
import {languages} from '../../schemas/languages.ts'
import {wordsPreferring} from '../../schemas/values/localised.ts'
import {documentPath, pathOf, type Section} from '../../site/addresses.ts'
import {deskWord, type DeskLabel} from '../labels/index.ts'

type Resolver = DocumentLocationResolverObject<'title' | 'slug'>

/** A title or name in each language, with the page of that language. */
function inEachLanguage(
  words: unknown,
  hrefIn: (language: 'nl' | 'en') => string | undefined,
): DocumentLocation[] {
  return languages.flatMap(({id}) => {
    const href = hrefIn(id)
    const title = wordsPreferring(words, id) ?? deskWord('presentation.untitled')
    return href ? [{title: `${title} (${deskWord(`language.${id}`)})`, href}] : []
  })
}

const withoutAddress = (): DocumentLocationsState => ({
  message: deskWord('presentation.withoutSlug'),
  tone: 'caution',
})

/** A document with a page of its own. */
const ownPage = (type: Section, field: 'title' | 'name' = 'title'): Resolver => ({
  select: {title: field, slug: 'slug.current'},
  resolve: (document) =>
    document?.slug
      ? {
          locations: inEachLanguage(document.title, (language) =>
            documentPath({_type: type, slug: document.slug}, language),
          ),
        }
      : withoutAddress(),
})

/** A document that the list of projects can be filtered by. */
const filteredProjects = (parameter: string, field: 'title' | 'name' = 'title'): Resolver => ({
  select: {title: field, slug: 'slug.current'},
  resolve: (document) =>
    document?.slug
      ? {
          locations: inEachLanguage(
            document.title,
            (language) =>
              `${pathOf({section: 'project'}, language)}?${new URLSearchParams({[parameter]: document.slug})}`,
          ),
        }
      : withoutAddress(),
})

/** A document that a page of the site shows with others. */
const onPage = (label: DeskLabel, section?: Section): DocumentLocationsState => ({
  locations: languages.map(({id}) => ({
    title: `${deskWord(label)} (${deskWord(`language.${id}`)})`,
    href: pathOf(section ? {section} : {}, id),
  })),
})

/** Where each document shows on the site, in Dutch and in English. */
export const locations: Record<string, Resolver | DocumentLocationsState> = {
  agreement: ownPage('agreement'),
  annex: ownPage('annex'),
  trustFundRound: ownPage('trustFundRound'),
  project: ownPage('project'),
  organisation: ownPage('organisation', 'name'),
  newsItem: ownPage('newsItem'),
  page: ownPage('page'),
  place: filteredProjects('place', 'name'),
  theme: filteredProjects('theme'),
  sustainableDevelopmentGoal: filteredProjects('goal'),
  ilsConvention: onPage('desk.conventions', 'conventions'),
  trustFund: onPage('presentation.home'),
  siteSettings: onPage('presentation.everyPage'),
}
