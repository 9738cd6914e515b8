/** What the questions about rounds, the fund and its totals decide. */
import {afterAll, describe, expect, test} from 'vitest'

import {sumByYear} from '../../queries/index.ts'
import {atPlace, dollars, euros, on, place, project, round, theme, to, toAll} from './documents.ts'
import {evaluators} from './evaluators.ts'

describe.each(evaluators)('rounds and totals, answered by $name', ({ask, close}) => {
  afterAll(close)

  const tea = project('tea', {
    channel: 'trustFund',
    round: to('r'),
    amount: euros(275_442),
    period: {actualStart: on('2018-04')},
  })
  const stone = project('stone', {
    channel: 'trustFund',
    round: to('r'),
    amount: euros(338_630),
    period: {plannedStart: on('2018-09')},
  })

  test('a round adds up its own projects', async () => {
    const documents = [
      round('r', {contribution: euros(900_000)}),
      tea,
      stone,
      project('other', {round: to('other'), amount: euros(5)}),
    ]
    expect(await ask(documents, 'rounds', {language: 'nl'})).toMatchObject([
      {allocated: 614_072, uncounted: 0, projects: [{_id: 'stone'}, {_id: 'tea'}]},
    ])
  })

  test('an absent amount or another currency is not in the sum but is counted as left out', async () => {
    const documents = [
      round('r', {contribution: euros(900_000)}),
      tea,
      project('unknown', {round: to('r')}),
      project('dollars', {round: to('r'), amount: dollars(100)}),
    ]
    expect(await ask(documents, 'round', {slug: 'r', language: 'nl'})).toMatchObject({
      allocated: 275_442,
      uncounted: 2,
    })
  })

  test('a round without projects has allocated nothing, one without contribution has no sum to compare', async () => {
    expect(await ask([round('r', {contribution: euros(1)})], 'rounds', {language: 'nl'})).toMatchObject([
      {allocated: 0, projects: []},
    ])
    expect(await ask([round('r'), tea], 'rounds', {language: 'nl'})).toMatchObject([
      {contribution: null, allocated: 0, uncounted: 1},
    ])
  })

  test('the draft of a project is not in the sum', async () => {
    const documents = [round('r', {contribution: euros(900_000)}), tea, {...stone, _id: 'drafts.stone'}]
    expect(await ask(documents, 'rounds', {language: 'nl'})).toMatchObject([{allocated: 275_442}])
  })

  test('rounds come newest first; the projects of one in the order they start', async () => {
    const documents = [
      round('old', {period: {start: on('2016-01-01')}}),
      round('r', {period: {start: on('2018-01-01')}}),
      round('undated'),
      stone,
      tea,
    ]
    expect(await ask(documents, 'rounds', {language: 'nl'})).toMatchObject([
      {_id: 'r'},
      {_id: 'old'},
      {_id: 'undated'},
    ])
    expect(await ask(documents, 'round', {slug: 'r', language: 'nl'})).toMatchObject({
      projects: [{_id: 'tea'}, {_id: 'stone'}],
    })
  })

  test('the figures of the fund are computed, in euros, with what they leave out', async () => {
    const documents = [
      round('r', {contribution: euros(900_000)}),
      round('usd', {contribution: dollars(489_130)}),
      tea,
      project('bilateral', {channel: 'bilateral', amount: euros(100)}),
      project('no-amount', {channel: 'trustFund'}),
    ]
    expect(await ask(documents, 'fund', {language: 'nl'})).toMatchObject({
      fund: null,
      contributed: 900_000,
      allocated: 275_442,
      granted: 275_542,
      rounds: 2,
      roundsUncounted: 1,
      projects: 3,
      projectsUncounted: 1,
    })
  })

  test('by place, a share counts for its percentage and a project without shares in full', async () => {
    const documents = [
      place('malawi'),
      place('india'),
      place('nowhere'),
      project('shared', {amount: euros(1000), places: [atPlace('malawi', 25), atPlace('india', 75)]}),
      project('whole', {amount: euros(10), places: [atPlace('malawi')]}),
      project('no-amount', {places: [atPlace('malawi')]}),
    ]
    expect(await ask(documents, 'totals', {language: 'en'})).toMatchObject({
      byPlace: [
        {_id: 'india', amount: 750, projects: 1},
        {_id: 'malawi', amount: 260, projects: 3},
      ],
    })
  })

  test('a part of a country counts for the country, once for each project', async () => {
    const documents = [
      place('malawi'),
      place('thyolo', {kind: 'subnational', parent: to('malawi')}),
      project('both', {amount: euros(100), places: [atPlace('malawi'), atPlace('thyolo')]}),
      project('part', {amount: euros(1), places: [atPlace('thyolo')]}),
      project('parts', {amount: euros(10), places: [atPlace('malawi', 30), atPlace('thyolo', 20)]}),
    ]
    expect(await ask(documents, 'totals', {language: 'en'})).toMatchObject({
      byPlace: [{_id: 'malawi', amount: 106, projects: 3}],
    })
    expect(await ask(documents, 'fund', {language: 'en'})).toMatchObject({countries: 1})
  })

  test('by theme and channel, and one row a project for the years', async () => {
    const documents = [
      theme('women'),
      theme('unused'),
      {...tea, themes: toAll('women')},
      project('no-channel', {amount: euros(1)}),
    ]
    const totals = await ask(documents, 'totals', {language: 'en'})
    expect(totals).toMatchObject({
      byTheme: [{_id: 'women', amount: 275_442}],
      byChannel: {trustFund: 275_442, bilateral: 0, coreOrSupplementary: 0, unknown: 1},
      byStart: [{start: null}, {start: '2018-04', amount: 275_442}],
    })
  })
})

test('years are summed from rows of any precision; rows without a start are left out', () => {
  expect(
    sumByYear([
      {start: '2018-04', amount: 1},
      {start: null, amount: 2},
      {start: '2017', amount: 4},
      {start: '2018-12-31', amount: 8},
    ]),
  ).toEqual([
    {year: '2017', amount: 4, projects: 1},
    {year: '2018', amount: 9, projects: 2},
  ])
})
