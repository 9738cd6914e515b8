import type {Results} from '../results.ts'
import {type Table, tablesOf} from './tables.ts'

/** The tables of a run, for a terminal. */
export const reportText = (results: Results): string => tablesOf(results).map(tableText).join('\n')

function tableText({title, columns, rows}: Table): string {
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return [`\n${title}`, line(columns), ...rows.map(line)].join('\n')
}
