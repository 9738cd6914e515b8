import {expect, test} from 'vitest'

import {htmlPage, operationWith, planFrom} from '../../../tests/migration/planFrom.ts'
import {titleInGrantTitle, yearsInGrantTitle} from './title.ts'

test.each([
  [
    'Subsidie aan de IAO voor Bouwsector Mozambique (2016-2018)',
    'IAO voor Bouwsector Mozambique',
    '2016-2018',
  ],
  ['Subsidie voor vaardigheden Lesotho 2016', 'Vaardigheden Lesotho', '2016'],
  [
    'Subsidie voor de ‘Opschaling van testen op het werk’ (2017 - 2019)',
    'Opschaling van testen op het werk',
    '2017 - 2019',
  ],
  ['Grant for écoles in Malawi, 2018', 'Écoles in Malawi', '2018'],
  ['Subsidie voor iPads in Malawi', 'iPads in Malawi', undefined],
  ['Subsidie voor ‘Werk in Afrika in 2016’', 'Werk in Afrika in 2016', undefined],
])('the project and the years in %j', (pageTitle, title, years) => {
  expect(titleInGrantTitle(pageTitle)).toBe(title)
  expect(yearsInGrantTitle(pageTitle)).toBe(years)
})

const grant = async (title: string, lines: string) => {
  const plan = await planFrom({
    'a.html': htmlPage('https://www.fdfa.be/nl/subsidie', title, `<p>Bedrag: 275.442 euro</p>${lines}`),
  })
  const {document, warnings} = operationWith(plan, 'project', 'Bouwsector')
  return {
    period: document['period'],
    sources: plan.operations.flatMap(({values}) => values).find(({path}) => path === 'period')?.sources,
    warnings: warnings.filter(({code}) => code.startsWith('period')),
  }
}
const year = (value: string) => ({_type: 'partialDate', value, precision: 'year'})

test('the years that are cut off are the period where no line states one, which is told', async () => {
  const {period, sources, warnings} = await grant('Subsidie voor Bouwsector (2016-2018)', '')
  expect(period).toEqual({
    _type: 'projectPeriod',
    plannedStart: year('2016'),
    plannedEnd: year('2018'),
  })
  expect(sources).toEqual([{file: 'a.html', locator: 'line 2'}])
  expect(warnings).toEqual([
    {
      code: 'period-inferred',
      message:
        'No line says when the project runs, so "2016-2018" of the title is taken: correct it if it is the year of the decision.',
      source: {file: 'a.html', locator: 'line 2'},
    },
  ])
})

test('one year is its start, and a number of months goes with it', async () => {
  const {period, warnings} = await grant('Subsidie voor Bouwsector 2016', '<p>Duur: 24 maanden</p>')
  expect(period).toEqual({_type: 'projectPeriod', plannedStart: year('2016'), durationMonths: 24})
  expect(warnings.map(({code}) => code)).toEqual(['period-inferred'])
})

test.each([
  ['Subsidie voor Bouwsector (2016-2018)', 'februari 2016 – februari 2018', []],
  ['Subsidie voor Bouwsector 2016', '2016-2018', []],
  ['Subsidie voor Bouwsector (2015-2018)', 'februari 2016 – februari 2018', ['period-differs']],
  ['Subsidie voor Bouwsector (2016-2019)', 'februari 2016 – februari 2018', ['period-differs']],
])('a line goes before the title %j; what differs is told', async (title, duration, codes) => {
  const {period, warnings} = await grant(title, `<p>Duur: ${duration}</p>`)
  expect(period).toMatchObject({plannedStart: {value: expect.stringContaining('2016')}})
  expect(period).toMatchObject({plannedEnd: {value: expect.stringContaining('2018')}})
  expect(warnings.map(({code}) => code)).toEqual(codes)
})
