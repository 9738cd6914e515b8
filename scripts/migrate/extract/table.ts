import type {Currency} from '../parse/money.ts'
import type {WorkbookFormat} from './workbook.ts'
import type {SourcePlace, Warning} from '../model.ts'

/** One cell: its words, and the value where the file keeps more than words. */
export interface Cell {
  text: string
  /** A number as the file keeps it, not as it is shown. */
  number?: number
  /** A day as the file keeps it, `YYYY-MM-DD`. */
  day?: string
  /** The currency that the cell's number format shows. */
  currency?: Currency
  link?: string
}

export interface TableRow {
  /** Where the row is: `row 4`, `Projecten row 4`. */
  locator: string
  cells: Cell[]
}

/** Where a cell is, as its program names it: `Projecten C4`, or `line 4, column 3` in a text. */
export function cellLocator({sheet}: Pick<Table, 'sheet'>, {locator}: TableRow, column: number): string {
  if (sheet === undefined) return `${locator}, column ${column + 1}`
  return `${sheet} ${lettersOf(column)}${/\d+$/.exec(locator)?.[0] ?? ''}`
}

function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

/** A table as it was read: every row, the header among them. */
export interface Table {
  source: SourcePlace
  sha256: string
  format: 'csv' | WorkbookFormat
  sheet?: string
  rows: TableRow[]
  warnings: Warning[]
}
