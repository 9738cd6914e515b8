import type {DataTable, InTable} from '../model.ts'

/** A longer cell is a column of a page. */
const LONGEST_CELL = 500
const LEAST_ROWS = 2
const LEAST_CELLS_IN_ROW = 2

/** A cell that has words, counted from 0 as it was read. */
export interface GridCell<T> {
  of: T
  row: number
  column: number
  words: string
}

/** Whether cells compare something: at least two rows of at least two short cells. */
export function isData(cells: readonly GridCell<unknown>[]): boolean {
  const rows = [...byRow(cells).values()]
  return (
    cells.every(({words}) => words.length <= LONGEST_CELL) &&
    rows.filter(({length}) => length >= LEAST_CELLS_IN_ROW).length >= LEAST_ROWS
  )
}

/**
 * Where cells stand in their table, without the rows and columns that only keep others apart.
 *
 * @param namesColumns whether the first row is a header, which the second can tell
 */
export function placesOf<T>(
  cells: readonly GridCell<T>[],
  namesColumns: (first: readonly GridCell<T>[], second: readonly GridCell<T>[]) => boolean,
): {table: DataTable; places: ReadonlyMap<T, InTable>} {
  const rows = numbered(cells.map(({row}) => row))
  const columns = numbered(cells.map(({column}) => column))
  const full = byRow(cells)
  const [first = [], second = []] = [...rows.keys()].map((row) => full.get(row) ?? [])
  const table = {hasHeader: namesColumns(first, second), rows: rows.size, columns: columns.size, parts: 0}
  const places = new Map(
    cells.map(({of, row, column}): [T, InTable] => [
      of,
      {table, place: {row: rows.get(row) ?? 0, column: columns.get(column) ?? 0}},
    ]),
  )
  return {table, places}
}

function byRow<T>(cells: readonly GridCell<T>[]): Map<number, GridCell<T>[]> {
  return Map.groupBy(cells, ({row}) => row)
}

/** New numbers, from 0, for those that occur. */
function numbered(numbers: readonly number[]): Map<number, number> {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b)
  return new Map(sorted.map((number, index) => [number, index]))
}
