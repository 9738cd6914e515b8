import {csvOf} from '../../schemas/values/csv.ts'
import type {Cell, Column} from './listColumns.ts'
import type {RuleDocument} from '../../schemas/rules/index.ts'

/** The head of a list and its rows, cell by cell. */
export function tableOf(columns: readonly Column[], documents: readonly RuleDocument[]): Cell[][] {
  return [
    columns.map(({title}) => title),
    ...documents.map((document) => columns.map((column) => column.read(document))),
  ]
}

/** The list as CSV that is safe to open in a spreadsheet. */
export const csvFile = (table: readonly Cell[][]): Blob =>
  new Blob([csvOf(table)], {type: 'text/csv;charset=utf-8'})

/**
 * The list as an Excel workbook: texts are texts, so that none is run as a formula; numbers are numbers.
 *
 * @param sheet name of the sheet, cut to the 31 characters that Excel allows
 */
export async function excelFile(table: readonly Cell[][], sheet: string): Promise<Blob> {
  const {writeXlsx} = await import('hucre/xlsx')
  const name = sheet.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  const bytes = await writeXlsx({sheets: [{name, rows: table.map((row) => [...row])}]})
  return new Blob([bytes as BlobPart], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
