/** What the questions about projects decide: filters, paging, status. */
import {afterAll, describe, expect, test} from 'vitest'

import {projectStatus} from '../../schemas/values/projectStatus.ts'
import type {QuestionParams} from '../../queries/index.ts'
import {
  atPlace,
  euros,
  on,
  organisation,
  place,
  project,
  round,
  theme,
  to,
  toAll,
  words,
} from './documents.ts'
import {evaluators} from './evaluators.ts'

type Filters = Partial<QuestionParams<'projects'>>

const started = (value: string) => ({actualStart: on(value)})
const span = (start: string, end: string) => ({actualStart: on(start), actualEnd: on(end)})

describe.each(evaluators)('projects, answered by $name', ({ask, close}) => {
  afterAll(close)

  const documents = [
    place('africa'),
    place('malawi', {parent: to('africa')}),
    place('thyolo', {parent: to('malawi')}),
    place('india'),
    theme('women'),
    organisation('ilo'),
    round('r', {title: words({nl: 'Ronde', en: 'Round'})}),
    project('tea', {
      title: words({nl: 'Theesector in Malawi', en: 'Tea sector'}),
      channel: 'trustFund',
      round: to('r'),
      period: span('2018-04', '2020-04'),
      places: [atPlace('thyolo')],
      themes: toAll('women'),
    }),
    project('stone', {
      title: words({nl: 'Natuursteen'}),
      objective: words({en: 'Sandstone quarries without child labour'}),
      channel: 'trustFund',
      period: span('2018-09', '2020-09'),
      places: [atPlace('india')],
      participations: [{_key: 'ilo', organisation: to('ilo'), role: 'implementing'}],
    }),
    project('old', {channel: 'bilateral', period: span('2009', '2011')}),
    project('undated'),
    project('drafts.secret'),
  ]

  async function ids(filters: Filters): Promise<string[]> {
    const {items} = await ask(documents, 'projects', {language: 'nl', ...filters})
    return items.map(({_id}) => _id)
  }

  test('organisations come with their projects and the roles they have in them, the busiest first', async () => {
    const taking = (id: string, ...parts: [organisation: string, role?: string][]) =>
      project(id, {
        participations: parts.map(([it, role], index) => ({_key: `p${index}`, organisation: to(it), role})),
      })
    const documents = [
      organisation('zeal', {name: words({nl: 'Zorg', en: 'Zeal'})}),
      organisation('Beta'),
      organisation('alpha', {parent: to('ilo'), acronym: words({en: 'A'})}),
      organisation('ilo'),
      organisation('drafts.secret'),
      organisation('no-page', {slug: undefined}),
      taking('one', ['ilo', 'implementing'], ['zeal', 'partner']),
      taking('two', ['ilo', 'accountable'], ['ilo', 'implementing'], ['alpha', undefined]),
      taking('drafts.three', ['Beta', 'funding']),
      project('grant', {grants: [{_key: 'g', beneficiary: to('Beta')}]}),
    ]
    expect(await ask(documents, 'organisations', {language: 'en'})).toMatchObject([
      {_id: 'ilo', projects: 2, roles: ['accountable', 'implementing'], parent: null},
      {_id: 'alpha', projects: 1, roles: [], acronym: 'A', parent: {name: 'ilo en', slug: 'ilo'}},
      {_id: 'Beta', name: 'Beta en', projects: 1, roles: []},
      {_id: 'zeal', name: 'Zeal', nameLanguage: 'en', projects: 1, roles: ['partner']},
    ])
  })

  test('come latest start first, those without one last, drafts never', async () => {
    expect(await ids({})).toEqual(['stone', 'tea', 'old', 'undated'])
  })

  test.each<[string, Filters, string[]]>([
    ['a channel', {channel: 'bilateral'}, ['old']],
    ['a year that the project touches', {year: '2020'}, ['stone', 'tea']],
    ['a year given as a number', {year: 2020}, ['stone', 'tea']],
    ['a year inside a project of whole years', {year: '2010'}, ['old']],
    ['the year that it ends in', {year: '2011'}, ['old']],
    ['a year that none touches', {year: '2012'}, []],
    ['a place', {place: 'india'}, ['stone']],
    ['a country, with its parts', {place: 'malawi'}, ['tea']],
    ['a region, with the parts of its countries', {place: 'africa'}, ['tea']],
    ['a place that is not there', {place: 'atlantis'}, []],
    ['a theme', {theme: 'women'}, ['tea']],
    ['an organisation', {organisation: 'ilo'}, ['stone']],
    ['the beginning of a word of the title', {text: 'thee'}, ['tea']],
    ['a word of the other language', {text: 'SANDSTONE'}, ['stone']],
    ['two words, both of which must be there', {text: 'thee malawi'}, ['tea']],
    ['a word that is not there', {text: 'thee india'}, []],
    ['characters that are no words', {text: ' *"] '}, ['stone', 'tea', 'old', 'undated']],
    ['two filters at once', {channel: 'trustFund', place: 'india'}, ['stone']],
  ])('are filtered by %s', async (_, filters, expected) => {
    expect(await ids(filters)).toEqual(expected)
  })

  test('come in slices, with the number of all that match', async () => {
    const answer = await ask(documents, 'projects', {language: 'nl', from: 1, to: 2})
    expect(answer).toMatchObject({total: 4, items: [{_id: 'tea'}]})
  })

  test.each<[string, object, string]>([
    ['is closed once its last day is over', span('2018', '2026-11-23'), 'closed'],
    ['runs on its last day', span('2018', '2026-11-24'), 'running'],
    ['runs while the month that it ends in is not over', span('2018', '2026-11'), 'running'],
    ['runs while the year that it ends in is not over', span('2018', '2026'), 'running'],
    ['is planned before its start', span('2026-12', '2027'), 'planned'],
    [
      'takes what happened before what was planned',
      {...span('2018', '2020'), plannedEnd: on('2030')},
      'closed',
    ],
    ['starts in the year that is not over', span('2026', '2027'), 'running'],
    ['is closed with an end alone', {actualEnd: on('2020')}, 'closed'],
    ['is unknown with a start alone', started('2023'), 'unknown'],
    ['is unknown without dates', {}, 'unknown'],
  ])('a project %s', async (_, period, status) => {
    const answer = await ask([project('p', {period})], 'projects', {language: 'nl', today: '2026-11-24'})
    expect(answer).toMatchObject({items: [{status}]})
    expect(projectStatus({period}, '2026-11-24')).toBe(status)
  })

  test('a project that an editor says is cancelled is so whatever its dates', async () => {
    const cancelled = project('p', {period: span('2018', '2020'), statusOverride: 'cancelled'})
    const answer = await ask([cancelled], 'projects', {language: 'nl'})
    expect(answer).toMatchObject({items: [{status: 'cancelled'}]})
  })

  test('can be filtered by status', async () => {
    const answer = await ask(documents, 'projects', {language: 'nl', status: 'unknown', today: '2026-11-24'})
    expect(answer).toMatchObject({total: 1, items: [{_id: 'undated'}]})
  })

  test('one without round, amount or places says so with null', async () => {
    expect(await ask(documents, 'project', {slug: 'undated', language: 'nl'})).toMatchObject({
      round: null,
      amount: null,
      places: null,
      start: null,
      follows: null,
      followedBy: [],
      news: [],
    })
  })

  test('one brings its round, places with their parent, parties, and what follows it', async () => {
    const more = [...documents, project('next', {follows: to('tea')})]
    expect(await ask(more, 'project', {slug: 'tea', language: 'en'})).toMatchObject({
      title: 'Tea sector',
      round: {title: 'Round', slug: 'r'},
      places: [{name: 'thyolo en', parent: {name: 'malawi en'}}],
      followedBy: [{_id: 'next'}],
    })
    expect(await ask(more, 'project', {slug: 'stone', language: 'en'})).toMatchObject({
      title: 'Natuursteen',
      titleLanguage: 'nl',
      participations: [{role: 'implementing', organisation: {slug: 'ilo'}}],
    })
  })

  test('the filters offer only what some project has, regions of its places included', async () => {
    const answer = await ask([...documents, theme('unused'), place('empty')], 'projectFilters', {
      language: 'nl',
    })
    expect(answer.places.map(({_id}) => _id)).toEqual(['africa', 'india', 'malawi', 'thyolo'])
    expect(answer).toMatchObject({
      themes: [{_id: 'women'}],
      organisations: [{_id: 'ilo'}],
      goals: [],
    })
    expect(new Set(answer.starts)).toEqual(new Set(['2009', '2018-04', '2018-09']))
  })

  test('an organisation lists its projects with its roles in them', async () => {
    expect(await ask(documents, 'organisation', {slug: 'ilo', language: 'nl'})).toMatchObject({
      name: 'ilo nl',
      parts: [],
      projects: [{_id: 'stone', roles: ['implementing']}],
    })
  })

  test('open data has both languages side by side and codes for places', async () => {
    const rows = await ask(
      [place('mw', {isoCode: 'MW'}), project('p', {amount: euros(5), places: [atPlace('mw')]})],
      'openData',
      {},
    )
    expect(rows).toMatchObject([
      {titleNl: 'p nl', titleEn: 'p en', amount: 5, currency: 'EUR', places: ['MW']},
    ])
  })
})
