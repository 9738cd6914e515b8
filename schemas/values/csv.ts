/** Excel reads UTF-8 only when the file begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that a spreadsheet would run as a formula when it begins with one of these. */
const FORMULA_START = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180) that is safe to open in a spreadsheet; lists are joined with semicolons. */
export function toCsv<Row extends Partial<Record<keyof Row, Cell>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column]))])
}

/** The same of a table: its head and its rows, cell by cell. */
export function csvOf(table: readonly (readonly Cell[])[]): string {
  const lines = table.map((row) => row.map(cell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** What a cell may hold. */
export type Cell = string | number | null | undefined | readonly (string | null)[]

function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : value.filter((item) => item !== null).join('; ')
  const harmless = FORMULA_START.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
