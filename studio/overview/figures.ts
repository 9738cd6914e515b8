import {projectDates} from '../../schemas/rules/read.ts'
import {cents, moneyOf} from '../../schemas/values/money.ts'
import {firstDay, lastDay} from '../../schemas/values/partialDate.ts'
import type {FundFacts, PlaceFacts, ProjectFacts, RoundFacts} from './overviewQuery.ts'

/** The currency that the figures of the overview are in; other amounts are counted as missing. */
const CURRENCY = 'EUR'

/** Whole cents of an amount in euros; undefined when there is none. */
export function euroCents(amount: unknown): number | undefined {
  const money = moneyOf(amount)
  return money?.currency === CURRENCY ? cents(money) : undefined
}

export interface RoundFigures {
  round: RoundFacts
  projects: ProjectFacts[]
  contribution: number | undefined
  /** Cents of the projects whose amount is known. */
  allocated: number
}

/** What each round brought in, and how much of it went to projects. */
export function byRound({rounds, projects}: FundFacts): RoundFigures[] {
  return rounds.map((round) => {
    const own = projects.filter((project) => project.round === round._id)
    return {round, projects: own, contribution: euroCents(round.contribution), allocated: sumOf(own)}
  })
}

/** Projects that share something, with the cents of their known amounts. */
export interface Share {
  key: string
  /** The document that they share, absent for the projects that have none. */
  document: {_id: string; words: unknown} | undefined
  projects: number
  cents: number
}

/** By place: a project in several places counts in full for each. */
export const byPlace = ({projects}: FundFacts): Share[] =>
  shares(projects, ({places}) => places.map(({_id, name}) => ({_id, words: name})))

/** What a country gets, with its two letters. */
export interface CountryShare {
  document: {_id: string; words: unknown}
  isoCode: string
  cents: number
}

/** The countries, for a map: a part of a country counts for it, a region of countries for none. */
export function byCountry({projects}: FundFacts): CountryShare[] {
  const codes = new Map(projects.flatMap(countriesOf).map(({_id, isoCode}) => [_id, isoCode]))
  const countries = shares(projects, (project) =>
    countriesOf(project).map(({_id, name}) => ({_id, words: name})),
  )
  return countries.flatMap(({document, cents: own}) => {
    const isoCode = document && codes.get(document._id)
    return document && isoCode ? [{document, isoCode, cents: own}] : []
  })
}

const countriesOf = ({places}: ProjectFacts): PlaceFacts[] =>
  places.flatMap((place) => [place, ...(place.country ? [place.country] : [])]).filter(({isoCode}) => isoCode)

/** By theme: a project with several themes counts in full for each. */
export const byTheme = ({projects}: FundFacts): Share[] =>
  shares(projects, ({themes}) => themes.map(({_id, title}) => ({_id, words: title})))

/** By the channel that pays, the largest first. */
export function byChannel({projects}: FundFacts): Share[] {
  const channels = Map.groupBy(projects, ({channel}) => channel ?? 'unknown')
  return [...channels]
    .map(([key, own]) => ({key, document: undefined, projects: own.length, cents: sumOf(own)}))
    .toSorted(largestFirst)
}

function shares(
  projects: readonly ProjectFacts[],
  documentsOf: (project: ProjectFacts) => {_id: string; words: unknown}[],
): Share[] {
  const documents = new Map(projects.flatMap(documentsOf).map((document) => [document._id, document]))
  const found = [...documents.values()].map((document) => {
    const own = projects.filter((project) => documentsOf(project).some(({_id}) => _id === document._id))
    return {key: document._id, document, projects: own.length, cents: sumOf(own)}
  })
  const without = projects.filter((project) => documentsOf(project).length === 0)
  const rest = {key: '', document: undefined, projects: without.length, cents: sumOf(without)}
  return [...found.toSorted(largestFirst), ...(without.length > 0 ? [rest] : [])]
}

const largestFirst = (a: Share, b: Share): number => b.cents - a.cents || a.key.localeCompare(b.key)

const sumOf = (projects: readonly ProjectFacts[]): number =>
  projects.reduce((total, {amount}) => total + (euroCents(amount) ?? 0), 0)

export interface Span {
  project: ProjectFacts
  /** Days as `YYYY-MM-DD`; undefined where a project has none. */
  start: string | undefined
  end: string | undefined
}

/** When each project runs: what happened, else what was planned. */
export function spans({projects}: FundFacts): Span[] {
  return projects.map((project) => {
    const {start, end} = projectDates(project.period)
    return {project, start: start && firstDay(start), end: end && lastDay(end)}
  })
}

/** A fact that is missing, and the documents that miss it. */
export interface Missing {
  fact: 'amount' | 'period' | 'place' | 'theme' | 'contribution'
  documents: {_id: string; _type: 'project' | 'trustFundRound'; title: unknown}[]
}

/** What is still to be found or filled in; facts that nobody misses are left out. */
export function missing({rounds, projects}: FundFacts): Missing[] {
  const projectsWithout = (fact: Missing['fact'], lacks: (project: ProjectFacts) => boolean): Missing => ({
    fact,
    documents: projects.filter(lacks).map(({_id, title}) => ({_id, _type: 'project', title})),
  })
  const roundsWithout: Missing = {
    fact: 'contribution',
    documents: rounds
      .filter(({contribution}) => !moneyOf(contribution))
      .map(({_id, title}) => ({_id, _type: 'trustFundRound', title})),
  }
  return [
    roundsWithout,
    projectsWithout('amount', ({amount}) => !moneyOf(amount)),
    projectsWithout('period', ({period}) => !projectDates(period).start),
    projectsWithout('place', ({places}) => places.length === 0),
    projectsWithout('theme', ({themes}) => themes.length === 0),
  ].filter(({documents}) => documents.length > 0)
}
