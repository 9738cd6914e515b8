import {describe, expect, test} from 'vitest'

import {tableOf, wordsOfBlock} from './table.ts'

const row = (...cells: unknown[]) => ({_key: 'k', _type: 'tableRow', cells})

describe('a table in running text', () => {
  test('has as many cells in every row, and a header unless it says not', () => {
    expect(tableOf({caption: ' ', rows: [row('Year'), row('2018', 'EUR'), {_type: 'tableRow'}]})).toEqual({
      hasHeader: true,
      rows: [
        ['Year', ''],
        ['2018', 'EUR'],
        ['', ''],
      ],
    })
    expect(tableOf({caption: 'Rounds', hasHeader: false, rows: [row(7)]})).toEqual({
      caption: 'Rounds',
      hasHeader: false,
      rows: [['']],
    })
  })

  test.each([undefined, null, 'table', {rows: 'none'}])('%j has no rows', (value) => {
    expect(tableOf(value).rows).toEqual([])
  })

  test('is read in words line by line, a paragraph as one', () => {
    expect(
      wordsOfBlock({_type: 'table', caption: 'Rounds', rows: [row('Year', 'Amount'), row('2018', '1')]}),
    ).toBe('Rounds\nYear | Amount\n2018 | 1')
    expect(wordsOfBlock({_type: 'block', children: [{text: '338.'}, {text: '630 euro'}, {}]})).toBe(
      '338.630 euro',
    )
    expect(wordsOfBlock({_type: 'block'})).toBe('')
  })
})
