import {type Cell, cellLocator, type Table, type TableRow} from '../extract/table.ts'
import type {Candidate, FoundLink, Rejection, SourcePlace, Warning} from '../model.ts'
import {headerOf, type Column, type Header} from '../parse/columns.ts'
import {safeLink} from '../parse/webAddress.ts'
import {readPeriod} from '../parse/period.ts'
import {columnIsDayFirst} from './cells.ts'
import {projectOfRow} from './projectRow.ts'
import {roundOfRow} from './roundRow.ts'

/** A row with its cells by column. */
export interface ReadRow {
  row: TableRow
  table: Table
  header: Header
  /** Whether another date of the column shows that the day stands first. */
  dayFirst: boolean
  cell(column: Column): Cell | undefined
  heading(column: Column): string
  /** Where the cell of a column is; the row when it has none. */
  place(column: Column): SourcePlace
  warn(code: string, message: string, column?: Column): void
  warnings: Warning[]
}

export interface MappedTable {
  candidates: Candidate[]
  rejected: Rejection[]
  links: FoundLink[]
  taken: Set<Cell>
}

/** Rows within which the headings must stand: a title or a note may come first. */
const HEADINGS_WITHIN = 20
/** What a spreadsheet program would carry out, or start another program for: no words of ours. */
const FORMULA = /^(?:=|[@+-](?:[A-Z][A-Z\d.]*\(|[\d+*/-]*[A-Za-z]\w*\|))/
const TOTAL = /^(?:totaal|total|som|sum)\b/i

/** A list of projects or of rounds, row by row; what no column of ours takes stays accounted for. */
export function mapTable(table: Table): MappedTable {
  const mapped: MappedTable = {candidates: [], rejected: [], links: [], taken: new Set()}
  const index = table.rows.slice(0, HEADINGS_WITHIN).findIndex((row) => headerOf(texts(row)))
  const headings = table.rows[index]
  const header = headings && headerOf(texts(headings))
  if (!headings || !header) {
    mapped.rejected.push({
      ...table.source,
      code: 'table-unknown',
      reason: 'No row of headings such as Titel and Bedrag was found.',
    })
    return mapped
  }
  const doubled = texts(headings).find((text, at, all) => text !== '' && all.indexOf(text) !== at)
  if (doubled !== undefined) {
    mapped.rejected.push({
      file: table.source.file,
      locator: headings.locator,
      code: 'heading-doubled',
      reason: `Two columns are headed "${doubled}": rename one.`,
    })
    return mapped
  }
  for (const at of header.columns.values()) take(headings.cells[at])
  const body = table.rows.slice(index + 1)
  const dayFirst = columnIsDayFirst(body.flatMap(({cells}) => dateCells(cells, header)))
  for (const row of body) {
    const read = readRow(row, table, header, headings, dayFirst)
    if (TOTAL.test(row.cells.find((cell) => cell.text !== '')?.text ?? '')) continue
    const made = header.columns.has('title') ? projectOfRow(read) : roundOfRow(read)
    if (made.length === 0) {
      mapped.rejected.push({
        file: table.source.file,
        locator: row.locator,
        code: 'row-incomplete',
        reason: `The row has no title, or no round and amount.${row.cells.some((cell) => isFormula(table, cell)) ? ' A formula is not taken for one.' : ''}`,
      })
      continue
    }
    const [first, ...others] = made
    if (first) mapped.candidates.push({...first, warnings: [...first.warnings, ...read.warnings]}, ...others)
    for (const at of header.columns.values()) if (!isFormula(table, row.cells[at])) take(row.cells[at])
    const link = row.cells.find((cell) => cell.link)?.link ?? read.cell('link')?.text
    const href = link && safeLink(link)
    if (href) mapped.links.push({href, source: {file: table.source.file, locator: row.locator}})
  }
  const [first] = mapped.candidates
  if (first) mapped.candidates[0] = {...first, warnings: [...table.warnings, ...first.warnings]}
  return mapped

  function take(cell: Cell | undefined): void {
    if (cell) mapped.taken.add(cell)
  }
}

function readRow(
  row: TableRow,
  table: Table,
  header: Header,
  headings: TableRow,
  dayFirst: boolean,
): ReadRow {
  const warnings: Warning[] = []
  const at = (column: Column) => header.columns.get(column) ?? -1
  const place = (column: Column): SourcePlace => {
    const index = header.columns.get(column)
    const locator = index === undefined ? row.locator : cellLocator(table, row, index)
    return {file: table.source.file, locator}
  }
  for (const [index, cell] of row.cells.entries()) {
    if (!isFormula(table, cell)) continue
    const message = `"${cell.text.slice(0, 60)}" is a formula and not taken: write what it comes to.`
    const source = {file: table.source.file, locator: cellLocator(table, row, index)}
    warnings.push({code: 'formula-cell', message, source})
  }
  return {
    row,
    table,
    header,
    dayFirst,
    warnings,
    cell: (column) => {
      const cell = row.cells[at(column)]
      return cell && cell.text !== '' && !isFormula(table, cell) ? cell : undefined
    },
    heading: (column) => headings.cells[at(column)]?.text ?? '',
    place,
    warn: (code, message, column) => {
      const source = column ? place(column) : {file: table.source.file, locator: row.locator}
      warnings.push({code, message, source})
    },
  }
}

/** Only in a text: a workbook keeps formulas apart from words, and what it says of a cell is its value. */
function isFormula({format}: Table, cell: Cell | undefined): boolean {
  return format === 'csv' && cell !== undefined && FORMULA.test(cell.text)
}

function dateCells(cells: readonly Cell[], {columns}: Header): string[] {
  return (['start', 'end'] as const).flatMap((column) => {
    const text = cells[columns.get(column) ?? -1]?.text
    return text && !readPeriod(text) ? [text] : []
  })
}

function texts(row: TableRow): string[] {
  return row.cells.map((cell) => cell.text)
}
