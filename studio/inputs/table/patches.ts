import {insert, set, unset, type FormPatch} from 'sanity'
import {withCell, withRow, withRowUp, withoutRow, type Place, type Row} from './grid.ts'

// A change says no more than what changed, so that editors in different rows keep what the other writes.

/** The value of the field, of which `rows` is what is shown. */
type Stored = readonly object[] | undefined

/** Writes the text of one cell. */
export function patchCell(stored: Stored, rows: readonly Row[], place: Place, text: string): FormPatch[] {
  const row = rows[place.row]
  return row && isAsShown(stored, rows)
    ? [set(text, [{_key: row._key}, 'cells', place.column])]
    : patchTable(withCell(rows, place, text))
}

/** Adds an empty row after the last one. */
export function patchNewRow(stored: Stored, rows: readonly Row[], key: string): FormPatch[] {
  const changed = withRow(rows, key)
  const last = rows.at(-1)
  return last && isAsShown(stored, rows)
    ? [insert(changed.slice(-1), 'after', [{_key: last._key}])]
    : patchTable(changed)
}

/** Takes a row away. */
export function patchRow(stored: Stored, rows: readonly Row[], index: number): FormPatch[] {
  const row = rows[index]
  return row && rows.length > 1 && isAsShown(stored, rows)
    ? [unset([{_key: row._key}])]
    : patchTable(withoutRow(rows, index))
}

/** Puts a row in the place of the one above it; there is none above the first. */
export function patchRowUp(stored: Stored, rows: readonly Row[], index: number): FormPatch[] {
  const [row, above] = [rows[index], rows[index - 1]]
  if (!row || !above) return []
  return isAsShown(stored, rows)
    ? [unset([{_key: row._key}]), insert([row], 'before', [{_key: above._key}])]
    : patchTable(withRowUp(rows, index))
}

/** Writes all of a table; one without cells is none. */
export const patchTable = (rows: readonly Row[]): FormPatch[] => [
  rows.some(({cells}) => cells.length > 0) ? set(rows) : unset(),
]

/** An empty table is shown with a cell, and rows of differing length are shown filled up. */
function isAsShown(stored: Stored, rows: readonly Row[]): boolean {
  const lengths = (stored ?? []).map((row) =>
    'cells' in row && Array.isArray(row.cells) ? row.cells.length : 0,
  )
  return rows.length === lengths.length && rows.every(({cells}, index) => cells.length === lengths[index])
}
