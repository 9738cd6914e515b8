import {describe, expect, test} from 'vitest'
import {byChannel, byCountry, byPlace, byRound, byTheme, missing, spans} from './figures.ts'
import {findProjects} from './findProjects.ts'
import type {FundFacts, ProjectFacts} from './overviewQuery.ts'

const words = (nl: string, en: string) => [
  {language: 'nl', value: nl},
  {language: 'en', value: en},
]
const euro = (amount: number) => ({amount, currency: 'EUR'})
const date = (value: string) => ({value, precision: 'year'})
const malawi = {_id: 'place-mw', name: words('Malawi', 'Malawi'), isoCode: 'MW', country: null}
const {country: _, ...country} = malawi
const thyolo = {_id: 'place-thyolo', name: words('Thyolo', 'Thyolo'), isoCode: null, country}
const africa = {_id: 'place-africa', name: words('Afrika', 'Africa'), isoCode: null, country: null}
const work = {_id: 'theme-work', title: words('Waardig werk', 'Decent work')}

const project = (changes: Partial<ProjectFacts>): ProjectFacts => ({
  _id: 'project-x',
  title: words('Project', 'Project'),
  alternativeTitles: null,
  channel: 'trustFund',
  round: null,
  amount: null,
  period: null,
  statusOverride: null,
  places: [],
  themes: [],
  codes: null,
  ...changes,
})

const tea = project({
  _id: 'project-tea',
  title: words('Thee in Malawi', 'Tea in Malawi'),
  round: 'round-1',
  amount: euro(275_442.5),
  period: {plannedStart: date('2018'), plannedEnd: date('2019')},
  places: [malawi],
  themes: [work],
  codes: ['MWI/18/01/FLA'],
})
const dollars = project({_id: 'project-usd', round: 'round-1', amount: {amount: 5, currency: 'USD'}})
const grant = project({_id: 'project-grant', channel: 'bilateral', amount: euro(100), places: [malawi]})
const facts: FundFacts = {
  rounds: [
    {_id: 'round-1', title: words('R', 'R'), contribution: euro(900_000), period: null, carryOver: null},
    {_id: 'round-2', title: words('S', 'S'), contribution: null, period: null, carryOver: null},
  ],
  projects: [tea, dollars, grant],
}

describe('a map', () => {
  const inMalawi = {document: {_id: 'place-mw', words: malawi.name}, isoCode: 'MW', cents: 10_000}
  test.each([
    ['gets the countries with what they get, and no parts of countries', [malawi, thyolo]],
    ['counts a part of a country for the country', [thyolo]],
    ['leaves out what is larger than a country', [africa, malawi]],
  ])('%s', (_name, places) => {
    const projects = [project({amount: euro(100), places})]
    expect(byCountry({...facts, projects})).toEqual([inMalawi])
  })
})

test('a round counts the euros of its projects, exactly', () => {
  expect(byRound(facts)).toMatchObject([
    {contribution: 90_000_000, allocated: 27_544_250, projects: [tea, dollars]},
    {contribution: undefined, allocated: 0, projects: []},
  ])
})

test('places, themes and channels: the largest first, projects without one last', () => {
  expect(byPlace(facts)).toMatchObject([
    {key: 'place-mw', projects: 2, cents: 27_554_250},
    {key: '', document: undefined, projects: 1, cents: 0},
  ])
  expect(byTheme(facts)).toMatchObject([{key: 'theme-work'}, {key: '', projects: 2}])
  expect(byChannel(facts)).toMatchObject([
    {key: 'trustFund', projects: 2},
    {key: 'bilateral', cents: 10_000},
  ])
})

test('a project known to the year runs from its first day to its last', () => {
  expect(spans(facts).map(({start, end}) => [start, end])).toEqual([
    ['2018-01-01', '2019-12-31'],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('says what is missing, and not what is complete', () => {
  expect(missing(facts).map(({fact, documents}) => [fact, documents.map(({_id}) => _id)])).toEqual([
    ['contribution', ['round-2']],
    ['period', ['project-usd', 'project-grant']],
    ['place', ['project-usd']],
    ['theme', ['project-usd', 'project-grant']],
  ])
})

describe('finding a project', () => {
  test.each([
    ['TEA', [tea]],
    ['thee malawi', [tea]],
    ['275442', [tea]],
    ['275.442', [tea]],
    ['275,442', [tea]],
    ['mwi/18', [tea]],
    ['waardig', [tea]],
    ['malawi', [tea, grant]],
    ['tea coffee', []],
  ])('%s', (search, found) => {
    expect(findProjects(facts.projects, search)).toEqual(found)
  })
})
