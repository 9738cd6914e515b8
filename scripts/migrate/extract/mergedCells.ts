import type {CellValue, Sheet} from 'hucre'

import type {SourcePlace, Warning} from '../model.ts'

/** A cell that covers others in the rows below it. */
interface Merged {
  row: number
  column: number
  lastRow: number
  value: CellValue | undefined
}

/**
 * The rows of a sheet, with what a merged cell says in every row that it covers: words hold for each of
 * them. A figure or a day may be one for all of them together, so it stays in the first, and that is told.
 */
export function withMergedCells(
  sheet: Sheet,
  source: SourcePlace,
): {rows: CellValue[][]; warnings: Warning[]} {
  const rows = sheet.rows.map((row) => [...row])
  const warnings: Warning[] = []
  for (const {row, column, lastRow, value} of mergedIn(sheet)) {
    if (typeof value === 'string') {
      for (const covered of rows.slice(row + 1, lastRow + 1)) {
        // A row ends with its last cell of its own, which may be before the covered one.
        while (covered.length < column) covered.push(null)
        covered[column] = value
      }
    } else if (value !== null && value !== undefined) warnings.push(keptInFirst(sheet, row, lastRow, source))
  }
  return {rows, warnings}
}

function mergedIn({merges = [], rows}: Sheet): Merged[] {
  return merges
    .filter(({startRow, endRow, startCol, endCol}) => endRow > startRow && endCol === startCol)
    .map(({startRow: row, startCol: column, endRow: lastRow}) => ({
      row,
      column,
      lastRow,
      value: rows[row]?.[column],
    }))
}

function keptInFirst({name}: Sheet, row: number, lastRow: number, source: SourcePlace): Warning {
  return {
    code: 'cell-merged',
    message: `A merged cell has one figure or day for the rows ${row + 1} to ${lastRow + 1}: it counts for the first only. Give each row its own.`,
    source: {...source, locator: `${name} row ${row + 1}`},
  }
}
