/** Parts of the schema.org data that pages carry. */
import {stegaClean} from '@sanity/client/stega'

import type {PageContext} from '../page/context.ts'

/** A public body by its name. */
export const partyJsonLd = (name: string | null) => ({'@type': 'GovernmentOrganization', name})

const FLANDERS = partyJsonLd('Government of Flanders')

/** An amount that Flanders grants; without the amount where it is not known. */
export function grantJsonLd(name: string | null, money: {amount: number; currency: string} | null) {
  return {
    '@type': 'MonetaryGrant',
    name,
    funder: FLANDERS,
    ...(money && {amount: {'@type': 'MonetaryAmount', value: money.amount, currency: money.currency}}),
  }
}

interface ProjectFacts {
  title: string | null
  objective: string | null
  start: string | null
  end: string | null
  amount: {amount: number; currency: string} | null
  participations: {role: string | null; organisation: {name: string | null} | null}[] | null
}

/** A project with its grant and the parties that carry it out. */
export function projectJsonLd(project: ProjectFacts, language: string) {
  const parties = project.participations?.filter(({role}) => role !== 'funding') ?? []
  return {
    '@type': 'Project',
    name: project.title,
    description: project.objective,
    inLanguage: language,
    foundingDate: project.start,
    dissolutionDate: project.end,
    funding: grantJsonLd(project.title, project.amount),
    member: parties.map(({organisation}) => ({'@type': 'Organization', name: organisation?.name})),
  }
}

/** The way to a page from the home page: the pages above it, and itself. */
export function breadcrumbJsonLd(
  crumbs: readonly {title: string; href: string}[],
  title: string,
  {language, origin, words: w}: PageContext,
) {
  const way = [{title: w.home, href: `/${language}`}, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...way.map(({title: name, href}, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: stegaClean(name),
        item: origin + href,
      })),
      {'@type': 'ListItem', position: way.length + 1, name: title},
    ],
  }
}
