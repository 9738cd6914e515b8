import {describe, expect, test} from 'vitest'
import {
  copiedCells,
  rowsOf,
  withCell,
  withColumn,
  withCopied,
  withRow,
  withRowUp,
  withoutColumn,
  withoutRow,
} from './grid.ts'

const row = (_key: string, ...cells: string[]) => ({_key, _type: 'tableRow' as const, cells})
const table = [row('a', 'Year', 'Amount'), row('b', '2018', '900.000')]
const key = () => 'new'

describe('a table', () => {
  test('is read with as many cells in each row', () => {
    expect(rowsOf([row('a', 'Year'), row('b', '2018', '900.000')])).toEqual([
      row('a', 'Year', ''),
      row('b', '2018', '900.000'),
    ])
    expect(rowsOf(undefined)).toEqual([])
  })

  test('gets a row and a column, and loses them', () => {
    const wider = withColumn(withRow(table, 'c'))
    expect(wider.map(({cells}) => cells)).toEqual([
      ['Year', 'Amount', ''],
      ['2018', '900.000', ''],
      ['', '', ''],
    ])
    expect(withoutRow(withoutColumn(wider, 2), 2)).toEqual(table)
    expect(withRow([], 'a')).toEqual([row('a', '')])
  })

  test('has its rows moved up, the first one nowhere', () => {
    expect(withRowUp(table, 1)).toEqual(table.toReversed())
    expect(withRowUp(table, 0)).toEqual(table)
  })

  test('has one cell written', () => {
    expect(withCell(table, {row: 1, column: 1}, '450.000')).toEqual([table[0], row('b', '2018', '450.000')])
  })
})

describe('what was copied elsewhere', () => {
  test('is cells when it has columns, and a text of one cell when it has none', () => {
    expect(copiedCells('Year\tAmount\r\n2018\t 900.000\r\n')).toEqual([
      ['Year', 'Amount'],
      ['2018', '900.000'],
    ])
    expect(copiedCells('2018 and 2019')).toBeUndefined()
    expect(copiedCells('2018 and 2019\n')).toBeUndefined()
  })

  test('is one column when it is several lines', () => {
    expect(copiedCells('2018\r\n\r\n2020\r\n')).toEqual([['2018'], [''], ['2020']])
  })

  test('may have quoted cells, whose line breaks are spaces in a cell', () => {
    expect(copiedCells('Round\t"Tea and\r\n""decent"" work"\n2018\t5" pipes')).toEqual([
      ['Round', 'Tea and "decent" work'],
      ['2018', '5" pipes'],
    ])
    expect(copiedCells('"Tea and\ncoffee"')).toEqual([['Tea and coffee']])
  })

  test('is written from a cell on, and the table grows', () => {
    const copied = [
      ['2020', '900.000', 'decided'],
      ['2022', '', ''],
    ]
    expect(withCopied(table, {row: 1, column: 0}, copied, key)).toEqual([
      row('a', 'Year', 'Amount', ''),
      row('b', '2020', '900.000', 'decided'),
      row('new', '2022', '', ''),
    ])
  })
})
