import {read, type Cell as SheetCell, type CellValue, type Workbook} from 'hucre'
import {readOds} from 'hucre/ods'
import {readXlsx} from 'hucre/xlsx'

import type {SourcePlace, Warning} from '../model.ts'
import {currencyOf} from '../parse/money.ts'
import {ExtractError} from './extractError.ts'
import type {Cell, Table} from './table.ts'
import {withMergedCells} from './mergedCells.ts'
import {hiddenOdsSheets} from './odsVisibility.ts'
import {guardZip, readZipText} from './zip.ts'

const MOST_ROWS = 50_000

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods'

/**
 * Reads the visible sheets of a workbook; what someone hid was not meant to be published, so it is told and
 * left. Formulas count by the result that the file keeps. A file of an old Excel doesn't tell what is hidden.
 *
 * @throws ExtractError when it is damaged, protected by a password or unpacks to too much
 */
export async function extractWorkbook(
  bytes: Uint8Array,
  format: WorkbookFormat,
  source: SourcePlace,
  sha256: string,
): Promise<Table[]> {
  if (format !== 'xls') await guardZip(bytes)
  const {workbook, hidden} = await readWorkbook(bytes, format).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExtractError(
      'workbook-broken',
      `The workbook cannot be read (${reason}): save it again without a password.`,
      {cause: error},
    )
  })
  refuseTooManyRows(workbook)
  const warnings = hidden.map((name) => hiddenWarning(name, source))
  if (format === 'xls' && workbook.sheets.length > 1) warnings.push(unknownWarning(workbook, source))
  return workbook.sheets.map((sheet, index) => {
    const merged = withMergedCells(sheet, source)
    return {
      source: {...source, locator: sheet.name},
      sha256,
      format,
      sheet: sheet.name,
      rows: merged.rows
        .map((row, rowIndex) => ({
          locator: `${sheet.name} row ${rowIndex + 1}`,
          cells: row.map((value, column) => cellOf(value, sheet.cells?.get(`${rowIndex},${column}`))),
        }))
        .filter(({cells}) => cells.some(({text}) => text !== '')),
      warnings: [...(index === 0 ? warnings : []), ...merged.warnings],
    }
  })
}

interface ReadWorkbook {
  workbook: Workbook
  /** Names of the sheets that were left out. */
  hidden: string[]
}

async function readWorkbook(bytes: Uint8Array, format: WorkbookFormat): Promise<ReadWorkbook> {
  if (format === 'xls') return {workbook: await read(bytes), hidden: []}
  if (format === 'ods') {
    const content = (await readZipText(bytes, ['content.xml'])).get('content.xml') ?? ''
    const hidden = hiddenOdsSheets(content)
    const sheets = ({name}: {name: string}) => !hidden.includes(name)
    return {workbook: await readOds(bytes, {readStyles: true, sheets}), hidden}
  }
  const hidden: string[] = []
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    maxRows: MOST_ROWS + 1,
    sheets: (sheet) => {
      const isHidden = sheet.hidden === true || sheet.veryHidden === true
      if (isHidden) hidden.push(sheet.name)
      return !isHidden
    },
  })
  return {workbook, hidden}
}

function refuseTooManyRows({sheets}: Workbook): void {
  const long = sheets.find(({rows}) => rows.length > MOST_ROWS)
  if (!long) return
  throw new ExtractError(
    'too-many-rows',
    `The sheet "${long.name}" has more than ${MOST_ROWS} rows; split it over several files.`,
  )
}

function unknownWarning({sheets}: Workbook, source: SourcePlace): Warning {
  const names = sheets.map(({name}) => `"${name}"`).join(', ')
  return {
    code: 'sheet-visibility-unknown',
    message: `A file of an old Excel does not tell which sheets are hidden; all were read: ${names}. Save it as .xlsx to leave hidden ones out.`,
    source,
  }
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
