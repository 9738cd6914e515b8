import type {Candidate, SourcePlace} from '../model.ts'
import type {PageLanguage} from '../parse/language.ts'
import {slugOf} from '../parse/slug.ts'
import {inBothLanguages, localised} from './shapes.ts'

interface KnownOrganisation {
  name: {nl: string; en: string}
  acronym?: {nl: string; en: string}
  kind: string
  /** How pages write it, besides name and acronym. */
  spellings: RegExp
}

/** The organisations that nearly every page names, with the spellings attested there. */
const KNOWN: readonly KnownOrganisation[] = [
  {
    name: {nl: 'Internationale Arbeidsorganisatie', en: 'International Labour Organization'},
    acronym: {nl: 'IAO', en: 'ILO'},
    kind: 'internationalOrganisation',
    spellings: /^International(?:e)? (?:Labou?r Organi[sz]ation|Arbeidsorganisatie)$/i,
  },
  {
    name: {nl: 'Vlaamse Regering', en: 'Government of Flanders'},
    kind: 'government',
    spellings: /^(?:Vlaanderen|Flanders|Flemish government|Vlaamse overheid)$/i,
  },
  {
    name: {nl: 'Departement Werk en Sociale Economie', en: 'Department of Work and Social Economy'},
    kind: 'governmentDepartment',
    spellings:
      /^(?:(?:the )?(?:Flanders|Flemish) Department of Work and Social Economy|(?:het )?Vlaamse? Departement Werk en Sociale Economie)$/i,
  },
]

/** The natural key of an organisation's name. */
export function organisationKey(name: string): string {
  const known = findKnown(name)
  return `name:${plain(known?.name.en ?? name)}`
}

/** Every key that a document with these names answers to. */
export function organisationKeys(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [organisationKey(name), `name:${plain(name)}`]))]
}

/** The organisation that a label line names, to be made when the dataset does not have it. */
export function organisationCandidate(
  name: string,
  language: PageLanguage,
  source: SourcePlace,
  sha256: string,
): Candidate {
  const known = findKnown(name)
  const words = known ? known.name[language] : name
  return {
    type: 'organisation',
    keys: organisationKeys(known ? [known.name.en, known.name.nl] : [name]),
    fields: known
      ? {
          name: inBothLanguages(known.name),
          ...(known.acronym ? {acronym: inBothLanguages(known.acronym)} : {}),
          kind: known.kind,
        }
      : {name: localised('String', language, words)},
    defaults: {kind: 'other', slug: {_type: 'slug', current: slugOf(known?.name.en ?? name)}},
    supporting: true,
    rank: 9,
    urls: [],
    source,
    sha256,
    warnings: known
      ? []
      : [
          {
            code: 'organisation-unknown',
            message: `"${name}" is not an organisation that the migration knows: check its name and kind.`,
            source,
          },
        ],
  }
}

/** Whether a title is the name of an organisation that has a page of its own. */
export function isKnownOrganisation(title: string): boolean {
  return findKnown(title) !== undefined
}

function findKnown(name: string): KnownOrganisation | undefined {
  const words = name.replace(/\s*\([^)]*\)\s*$/, '').trim()
  return KNOWN.find(
    (organisation) =>
      organisation.spellings.test(words) ||
      [...Object.values(organisation.name), ...Object.values(organisation.acronym ?? {})].some(
        (known) => plain(known) === plain(words),
      ),
  )
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
