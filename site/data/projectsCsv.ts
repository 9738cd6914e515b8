import type {Answer} from '../../queries/index.ts'
import {toCsv} from '../../schemas/values/csv.ts'

type Row = Answer<'openData'>[number]

const COLUMNS = [
  'id',
  'titleNl',
  'titleEn',
  'channel',
  'round',
  'amount',
  'currency',
  'start',
  'end',
  'places',
  'placeNames',
  'themes',
  'implementers',
  'sources',
  'updatedAt',
] as const satisfies readonly (keyof Row)[]

/** The projects as CSV that is safe to open in a spreadsheet, one row each. */
export const projectsCsv = (rows: readonly Row[]): string => toCsv(COLUMNS, rows)
