import {readXlsx} from 'hucre/xlsx'
import {expect, test} from 'vitest'
import {type Column, columnsOf, namesById} from './listColumns.ts'
import {csvFile, excelFile, tableOf} from './listFile.ts'

const words = (nl: string, en: string) =>
  Object.entries({nl, en}).map(([language, value]) => ({_key: language, language, value}))

const field = (name: string, title: string, type: object) => ({name, type: {title, ...type}})

const TYPE = {
  name: 'project',
  fields: [
    field('title', 'Title', {name: 'internationalizedArrayString', jsonType: 'array'}),
    field('amount', 'Amount', {name: 'money', jsonType: 'object'}),
    field('period', 'Duration', {
      name: 'projectPeriod',
      jsonType: 'object',
      fields: [field('plannedStart', 'Planned start', {name: 'partialDate'})],
    }),
    field('round', 'Round', {name: 'reference', jsonType: 'object'}),
    field('places', 'Where', {name: 'array', jsonType: 'array'}),
    field('discussed', 'Under discussion', {name: 'boolean', jsonType: 'boolean'}),
    field('grant', 'Grant', {name: 'grant', jsonType: 'object'}),
  ],
}

const PROJECT = {
  _id: 'p',
  _type: 'project',
  title: words('=1+1', 'Tea'),
  amount: {_type: 'money', amount: 275_442.5, currency: 'EUR'},
  period: {plannedStart: {value: '2018-09', precision: 'month'}},
  round: {_ref: 'r'},
  places: [{place: {_ref: 'mw'}, percentage: 100}, {place: {_ref: 'gone'}}],
  discussed: true,
}

const names = namesById([
  {_id: 'r', _type: 'trustFundRound', title: words('Ronde', 'Round')},
  {_id: 'mw', _type: 'place', name: words('Malawi', 'Malawi')},
])

const columns: Column[] = columnsOf(TYPE as unknown as Parameters<typeof columnsOf>[0], {
  languages: [
    {id: 'nl', title: 'Dutch'},
    {id: 'en', title: 'English'},
  ],
  currency: 'currency',
  yes: 'yes',
  no: 'no',
  nameOf: (id) => names.get(id),
})

const table = tableOf(columns, [PROJECT, {_id: 'q', _type: 'project'}])

test('a row has words in both languages, numbers, dates as far as known, names of what is referred to', () => {
  expect(table).toEqual([
    [
      'Title (Dutch)',
      'Title (English)',
      'Amount',
      'Amount (currency)',
      'Duration: Planned start',
      'Round',
      'Where',
      'Under discussion',
    ],
    ['=1+1', 'Tea', 275_442.5, 'EUR', '2018-09', 'Ronde', 'Malawi', 'yes'],
    Array.from({length: 8}, () => null),
  ])
})

test('as CSV no cell is a formula', async () => {
  const lines = (await csvFile(table).text()).split('\r\n')
  expect(lines[1]).toBe("'=1+1,Tea,275442.5,EUR,2018-09,Ronde,Malawi,yes")
})

test('as Excel texts are texts and numbers are numbers', async () => {
  const file = await excelFile(table, 'Projects: [all]')
  const {sheets} = await readXlsx(new Uint8Array(await file.arrayBuffer()))
  expect(sheets[0]?.rows[1]).toEqual(['=1+1', 'Tea', 275_442.5, 'EUR', '2018-09', 'Ronde', 'Malawi', 'yes'])
  expect(sheets[0]?.name).toBe('Projects   all ')
})
