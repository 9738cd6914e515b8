import {parseCsv} from 'hucre/csv'
import {tableOf} from '../../../schemas/values/table.ts'

/** A row as it is stored. */
export interface Row {
  _key: string
  _type: 'tableRow'
  cells: string[]
}

/** Where a cell is, counted from 0. */
export interface Place {
  row: number
  column: number
}

/** The rows of a stored table, each with as many cells. */
export function rowsOf(stored: readonly {_key: string}[] | undefined): Row[] {
  const {rows} = tableOf({rows: stored})
  return (stored ?? []).map(({_key}, index) => ({_key, _type: 'tableRow', cells: rows[index] ?? []}))
}

const widthOf = (rows: readonly Row[]): number => rows[0]?.cells.length ?? 0

const empty = (width: number): string[] => Array<string>(width).fill('')

/** With an empty row after the last one; a table that has none gets a column as well. */
export const withRow = (rows: readonly Row[], key: string): Row[] => [
  ...rows,
  {_key: key, _type: 'tableRow', cells: empty(Math.max(1, widthOf(rows)))},
]

export const withoutRow = (rows: readonly Row[], index: number): Row[] => rows.toSpliced(index, 1)

/** With a row in the place of the one above it. */
export function withRowUp(rows: readonly Row[], index: number): Row[] {
  const row = rows[index]
  return row && index > 0 ? rows.toSpliced(index, 1).toSpliced(index - 1, 0, row) : [...rows]
}

export const withColumn = (rows: readonly Row[]): Row[] =>
  rows.map((row) => ({...row, cells: [...row.cells, '']}))

export const withoutColumn = (rows: readonly Row[], index: number): Row[] =>
  rows.map((row) => ({...row, cells: row.cells.toSpliced(index, 1)}))

export const withCell = (rows: readonly Row[], {row, column}: Place, text: string): Row[] =>
  rows.map((one, index) => (index === row ? {...one, cells: one.cells.with(column, text)} : one))

/**
 * The cells of a table, or of one column, that was copied in a spreadsheet or a text document; undefined for
 * a text of one line without columns. A cell is one line: breaks within it become spaces.
 */
export function copiedCells(text: string): string[][] | undefined {
  const lines = text.replace(/[\r\n]+$/, '')
  if (!/[\t\r\n]/.test(lines)) return undefined
  return parseCsv(lines, {delimiter: '\t'}).map((cells) =>
    cells.map((cell) =>
      String(cell ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  )
}

/** With copied cells from a place on; the table grows where they need it to. */
export function withCopied(
  rows: readonly Row[],
  {row, column}: Place,
  copied: readonly string[][],
  newKey: () => string,
): Row[] {
  const width = Math.max(widthOf(rows), ...copied.map((cells) => column + cells.length))
  const height = Math.max(rows.length, row + copied.length)
  return Array.from({length: height}, (_, index) => {
    const before = rows[index]?.cells ?? []
    const written = copied[index - row] ?? []
    return {
      _key: rows[index]?._key ?? newKey(),
      _type: 'tableRow',
      cells: Array.from({length: width}, (_cell, at) => written[at - column] ?? before[at] ?? ''),
    }
  })
}
