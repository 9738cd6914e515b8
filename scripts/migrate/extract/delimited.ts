import {CsvError, parse} from 'csv-parse/sync'

import {z} from 'zod'

import {headerOf} from '../parse/columns.ts'
import type {SourcePlace} from '../model.ts'
import {ExtractError} from './extractError.ts'
import type {Table} from './table.ts'

const DELIMITERS = [';', '\t', ',', '|'] as const
const MOST_ROWS = 50_000
/** Longer rows come from a quotation mark that is not closed, or from no person. */
const LONGEST_ROW_CHARACTERS = 1_000_000
const SNIFFED_LINES = 20

/** What the parser answers with `info`, which its types leave out. */
const recordsWithInfo = z.array(z.object({record: z.array(z.string()), info: z.object({lines: z.number()})}))

/** The delimiter of a text that is a table with columns that the migration knows. */
export function delimiterOf(text: string): string | undefined {
  const stated = /^\uFEFF?sep=(?<delimiter>.)\r?\n/i.exec(text)?.groups?.['delimiter']
  if (stated) return stated
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SNIFFED_LINES)
  return DELIMITERS.find((delimiter) =>
    lines.some(
      (line) => headerOf(line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))) !== undefined,
    ),
  )
}

/**
 * Reads a table with one delimiter; quoted cells may hold it, and line breaks.
 *
 * @throws ExtractError naming the line of a quote that is not closed, or when there are too many rows
 */
export function extractDelimited(
  text: string,
  delimiter: string,
  source: SourcePlace,
  sha256: string,
): Table {
  const statement = /^\uFEFF?sep=.\r?\n/i.exec(text)?.[0] ?? ''
  const offset = statement === '' ? 0 : 1
  const records = parseRecords(text.slice(statement.length), delimiter)
  if (records.length > MOST_ROWS) {
    throw new ExtractError(
      'too-many-rows',
      `The table has ${records.length} rows; at most ${MOST_ROWS} are read. Split it.`,
    )
  }
  return {
    source,
    sha256,
    format: 'csv',
    rows: records.map(({record, line}) => ({
      locator: `line ${line + offset}`,
      cells: record.map((cell) => ({text: cell.trim()})),
    })),
    warnings: [],
  }
}

interface DelimitedRecord {
  record: string[]
  line: number
}

function parseRecords(text: string, delimiter: string): DelimitedRecord[] {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      info: true,
      bom: true,
      max_record_size: LONGEST_ROW_CHARACTERS,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return recordsWithInfo.parse(parsed).map(({record, info}) => ({
      record,
      // The parser tells the line on which a record ends.
      line: info.lines - record.join('').split('\n').length + 1,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ExtractError(
      'table-broken',
      `${error.message.replace(/\.$/, '')}. Correct the quotation marks there.`,
      {cause: error},
    )
  }
}
