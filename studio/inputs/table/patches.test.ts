import {describe, expect, test} from 'vitest'
import {patchCell, patchNewRow, patchRow, patchRowUp, patchTable} from './patches.ts'

const row = (_key: string, ...cells: string[]) => ({_key, _type: 'tableRow' as const, cells})
const table = [row('a', 'Year', 'Amount'), row('b', '2018', '900.000')]

describe('editors in different rows keep what the other writes, since a change says', () => {
  test('of a cell only the cell', () => {
    expect(patchCell(table, table, {row: 1, column: 0}, '2019')).toMatchObject([
      {type: 'set', path: [{_key: 'b'}, 'cells', 0], value: '2019'},
    ])
  })

  test('of a row only the row', () => {
    expect(patchNewRow(table, table, 'c')).toMatchObject([
      {type: 'insert', position: 'after', path: [{_key: 'b'}], items: [row('c', '', '')]},
    ])
    expect(patchRow(table, table, 0)).toMatchObject([{type: 'unset', path: [{_key: 'a'}]}])
    expect(patchRowUp(table, table, 1)).toMatchObject([
      {type: 'unset', path: [{_key: 'b'}]},
      {type: 'insert', position: 'before', path: [{_key: 'a'}], items: [table[1]]},
    ])
    expect(patchRowUp(table, table, 0)).toEqual([])
  })
})

describe('the whole table is written', () => {
  test('while it is not yet stored as it is shown', () => {
    const shown = [row('new', '')]
    expect(patchCell(undefined, shown, {row: 0, column: 0}, 'Year')).toMatchObject([
      {type: 'set', path: [], value: [row('new', 'Year')]},
    ])
    const ragged = [row('a', 'Year'), row('b', '2018', '900.000')]
    const even = [row('a', 'Year', ''), row('b', '2018', '900.000')]
    expect(patchCell(ragged, even, {row: 0, column: 1}, 'Amount')).toMatchObject([
      {type: 'set', path: [], value: table},
    ])
  })

  test('and is gone with its last row or column', () => {
    expect(patchRow([row('a', 'Year')], [row('a', 'Year')], 0)).toMatchObject([{type: 'unset', path: []}])
    expect(patchTable([row('a')])).toMatchObject([{type: 'unset', path: []}])
  })
})
