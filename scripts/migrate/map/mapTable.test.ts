import {describe, expect, test} from 'vitest'

import {delimiterOf, extractDelimited} from '../extract/delimited.ts'
import type {Candidate} from '../model.ts'
import {mapTable, type MappedTable} from './mapTable.ts'

function read(text: string): MappedTable {
  const delimiter = delimiterOf(text)
  if (!delimiter) throw new Error('no table')
  return mapTable(extractDelimited(text, delimiter, {file: 'list.csv'}, 'hash'))
}

const projects = ({candidates}: MappedTable): Candidate[] => candidates.filter(({type}) => type === 'project')
const codes = (mapped: MappedTable) =>
  mapped.candidates.flatMap(({warnings}) => warnings.map(({code}) => code))

describe('a list of projects', () => {
  const list = `Projectnummer;Titel;Land;Bedrag;Munt;Startdatum;Looptijd;Ronde
FL-2018-01;Waardig werk in Thyolo;Malawi;275.442,00;EUR;1 september 2018;24 maanden;2018-2019
FL-2018-02;"Sociale dialoog; jongeren";Mozambique;€ 150.000,50;;15/10/2018;1,5 jaar;2018-2019
Totaal;;;425.442,50;;;;`

  test('every row becomes a project with its number as key, and the total does not', () => {
    const mapped = read(list)
    expect(projects(mapped).map(({keys}) => keys)).toEqual([['office:FL-2018-01'], ['office:FL-2018-02']])
    expect(projects(mapped)[1]).toMatchObject({
      fields: {
        title: [{language: 'nl', value: 'Sociale dialoog; jongeren'}],
        amount: {amount: 150_000.5, currency: 'EUR'},
        period: {plannedStart: {value: '2018-10-15'}, durationMonths: 18},
        channel: 'trustFund',
        round: {_ref: 'trustFundRound|period:2018/2019'},
        externalIds: [{scheme: 'flanders', value: 'FL-2018-02'}],
      },
      source: {file: 'list.csv', locator: 'line 3'},
    })
    expect(mapped.candidates.find(({type}) => type === 'trustFundRound')).toMatchObject({
      supporting: true,
    })
  })

  test('a title above the headings does no harm; unknown columns stay accounted for', () => {
    const mapped = read('Lijst van projecten\nTitel\tBedrag\tBehandelaar\nEen\t1.000 euro\tiemand\n')
    expect(projects(mapped)).toHaveLength(1)
    expect([...mapped.taken].map(({text}) => text)).toEqual(['Titel', 'Bedrag', 'Een', '1.000 euro'])
  })

  test.each([
    ['an amount without a currency is not taken', 'Titel;Bedrag\nEen;275.442\n', 'currency-missing'],
    [
      'a currency that is not known is not guessed',
      'Titel;Bedrag;Munt\nEen;275.442;XYZ\n',
      'currency-missing',
    ],
    ['two currencies of one amount are told', 'Titel;Bedrag;Munt\nEen;1.000 USD;EUR\n', 'amount-ambiguous'],
    [
      'an amount that cannot be kept exactly is not taken',
      'Titel;Bedrag;Munt\nEen;99999999999999999999;EUR\n',
      'amount-unreadable',
    ],
    ['the heading may hold the currency', 'Titel;Bedrag (EUR)\nEen;275.442\n', 'key-missing'],
    ['a date that can be read both ways is told', 'Titel;Start\nEen;01/10/2018\n', 'date-ambiguous'],
    ['a place that several countries share is not guessed', 'Titel;Land\nEen;Congo\n', 'place-unknown'],
    ['a number shown as a date is not taken', 'Titel;Start\nEen;1 maart 1900\n', 'date-improbable'],
  ])('%s', (_name, text, code) => {
    expect(codes(read(text))).toContain(code)
  })

  test.each(['-opleiding van vakbonden', '@work: jongeren', '+ meer werk (Malawi)', '-opleiding(en)'])(
    '%s is a title',
    (title) => {
      const mapped = read(`Titel;Land\n${title};Malawi\n`)
      expect(projects(mapped)).toMatchObject([{fields: {title: [{value: title}]}}])
      expect(codes(mapped)).not.toContain('formula-cell')
    },
  )

  test.each(['=1+1', '+SUM(A1;A2)', '@HYPERLINK(B2)', "-2+3+cmd|' /C calc'!A0"])(
    '%s is a formula in a text, and words in a workbook',
    (formula) => {
      const text = `Titel;Land\n"${formula}";Malawi\nEen;Malawi\n`
      const mapped = read(text)
      expect(projects(mapped)).toHaveLength(1)
      expect(mapped.rejected).toMatchObject([{reason: expect.stringContaining('formula')}])
      const table = extractDelimited(text, ';', {file: 'list.xlsx'}, 'hash')
      expect(projects(mapTable({...table, format: 'xlsx'}))).toHaveLength(2)
    },
  )

  test('another date of the column settles the order of day and month', () => {
    expect(codes(read('Titel;Start\nEen;01/10/2018\nTwee;23/10/2018\n'))).not.toContain('date-ambiguous')
  })

  test('a heading that stands twice is refused, since one column would be lost', () => {
    expect(read('Titel;Bedrag;Bedrag\nEen;1 euro;2 euro\n').rejected.map(({code}) => code)).toEqual([
      'heading-doubled',
    ])
  })

  test('a row without a title is listed', () => {
    expect(read('Titel;Land\n;Malawi\nEen;Malawi\n').rejected).toEqual([
      {file: 'list.csv', locator: 'line 2', code: 'row-incomplete', reason: expect.any(String)},
    ])
  })
})

test('a list of rounds', () => {
  expect(read('Ronde;Bijdrage\n2018-2019;900.000 euro\n').candidates[0]).toMatchObject({
    type: 'trustFundRound',
    supporting: false,
    keys: ['period:2018/2019'],
    fields: {contribution: {amount: 900_000}},
  })
})

describe('delimited text', () => {
  test('says its delimiter, or shows it', () => {
    expect(delimiterOf('sep=|\nx')).toBe('|')
    expect(delimiterOf('Title,Amount\nx,1')).toBe(',')
    expect(delimiterOf('just, a text; with | signs')).toBeUndefined()
  })

  test('a quote that is not closed is refused with its line', () => {
    expect(() => read('Titel;Bedrag\n"Een;1 euro\n')).toThrow(/quot/i)
  })

  test('a row that spans lines is named by its first', () => {
    const table = extractDelimited('Titel;Bedrag\n"Een\nmeer";1 euro\nTwee;2 euro\n', ';', {file: 'f'}, 'h')
    expect(table.rows.map(({locator}) => locator)).toEqual(['line 1', 'line 2', 'line 4'])
  })
})
