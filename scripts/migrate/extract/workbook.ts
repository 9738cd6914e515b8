import type {Cell as SheetCell, CellValue} from 'hucre'
import {readXlsx} from 'hucre/xlsx'

import type {SourcePlace, Warning} from '../model.ts'
import {currencyOf} from '../parse/money.ts'
import {ExtractError} from './extractError.ts'
import type {Cell, Table} from './table.ts'
import {guardZip} from './zip.ts'

const MOST_ROWS = 50_000

/**
 * Reads the visible sheets of a workbook; what someone hid was not meant to be published, so it is told and
 * left. Formulas count by the result that the file keeps.
 *
 * @throws ExtractError when it is damaged, protected by a password or unpacks to too much
 */
export async function extractWorkbook(
  bytes: Uint8Array,
  source: SourcePlace,
  sha256: string,
): Promise<Table[]> {
  await guardZip(bytes)
  const hidden: string[] = []
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    maxRows: MOST_ROWS,
    sheets: (sheet) => {
      const isHidden = sheet.hidden === true || sheet.veryHidden === true
      if (isHidden) hidden.push(sheet.name)
      return !isHidden
    },
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExtractError(
      'workbook-broken',
      `The workbook cannot be read (${reason}): save it again without a password.`,
      {
        cause: error,
      },
    )
  })
  return workbook.sheets.map((sheet, index) => ({
    source: {...source, locator: sheet.name},
    sha256,
    format: 'xlsx',
    sheet: sheet.name,
    rows: sheet.rows
      .map((row, rowIndex) => ({
        locator: `${sheet.name} row ${rowIndex + 1}`,
        cells: row.map((value, column) => cellOf(value, sheet.cells?.get(`${rowIndex},${column}`))),
      }))
      .filter(({cells}) => cells.some(({text}) => text !== '')),
    warnings: index === 0 ? hidden.map((name) => hiddenWarning(name, source)) : [],
  }))
}

function hiddenWarning(name: string, source: SourcePlace): Warning {
  return {
    code: 'sheet-hidden',
    message: `The sheet "${name}" is hidden and was not read.`,
    source: {...source, locator: name},
  }
}

function cellOf(value: CellValue, cell: SheetCell | undefined): Cell {
  const link = cell?.hyperlink?.target
  const shared = link ? {link} : {}
  if (value instanceof Date)
    return {text: value.toISOString().slice(0, 10), day: value.toISOString().slice(0, 10), ...shared}
  if (typeof value === 'number') {
    const currency = currencyOf(/[€£]|EUR|USD|CHF|ZAR|GBP/.exec(cell?.style?.numFmt ?? '')?.[0] ?? '')
    return {text: String(value), number: value, ...(currency ? {currency} : {}), ...shared}
  }
  return {text: value === null || value === undefined ? '' : String(value).trim(), ...shared}
}
