import {cellLocator, type Table} from '../extract/table.ts'
import {mapTable} from '../map/mapTable.ts'
import type {Reading} from '../model.ts'

/** A table, understood: a candidate for each row, and the account of its cells. */
export function tableReading(table: Table): Reading<never> {
  const {candidates, rejected, taken, links} = mapTable(table)
  const cells = table.rows.flatMap((row) =>
    row.cells
      .map((cell, index) => ({cell, locator: cellLocator(table, row, index)}))
      .filter(({cell}) => cell.text !== ''),
  )
  const left = cells.filter(({cell}) => !taken.has(cell))
  const length = (list: typeof cells) => list.reduce((total, {cell}) => total + cell.text.length, 0)
  return {
    file: table.source.file,
    candidates,
    rejected,
    links,
    account: {
      file: table.source.file,
      format: table.format,
      kind: table.sheet ? `table ${table.sheet}` : 'table',
      counted: {
        characters: {in: length(cells), out: length(cells) - length(left)},
        cells: {in: cells.length, out: cells.length - left.length},
        links: {in: links.length, out: links.length},
      },
      left: left.map(({cell, locator}) => ({
        locator,
        kind: 'cell',
        excerpt: cell.text.slice(0, 60),
      })),
    },
  }
}
