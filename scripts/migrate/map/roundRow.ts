import type {Candidate} from '../model.ts'
import {readPeriod, type PeriodReading} from '../parse/period.ts'
import {slugOf} from '../parse/slug.ts'
import {amountOfRow} from './cells.ts'
import type {ReadRow} from './mapTable.ts'
import {roundKey} from './roundPage.ts'
import {inBothLanguages, money, partialDate, referenceTo} from './shapes.ts'
import {TRUST_FUND_KEY, trustFundCandidate} from './trustFund.ts'

/** A round from a row with its years and its contribution. */
export function roundOfRow(read: ReadRow): Candidate[] {
  const years = readPeriod(read.cell('round')?.text ?? '')
  if (!years) return []
  const [round, ...others] = supportingRound(years, read)
  if (!round) return []
  const amount = amountOfRow(read)
  const fields = {...round.fields, ...(amount ? {contribution: money(amount)} : {})}
  const origins = {period: [read.place('round')], contribution: [read.place('amount')]}
  return [{...round, fields, origins, supporting: false}, ...others]
}

/** The round that a row of a project names, to be made when the dataset does not have it. */
export function supportingRound(years: PeriodReading, {table, row}: ReadRow): Candidate[] {
  const source = {file: table.source.file, locator: row.locator}
  const label = `${years.start.value}-${years.end.value}`
  const round: Candidate = {
    type: 'trustFundRound',
    keys: [roundKey(years)],
    fields: {
      period: {_type: 'period', start: partialDate(years.start), end: partialDate(years.end)},
      fund: referenceTo('trustFund', TRUST_FUND_KEY),
    },
    defaults: {
      title: inBothLanguages({nl: `Ronde ${label}`, en: `Round ${label}`}),
      slug: {_type: 'slug', current: slugOf(`round ${label}`)},
    },
    supporting: true,
    rank: 4,
    urls: [],
    source,
    sha256: table.sha256,
    warnings: [],
  }
  return [
    round,
    trustFundCandidate({source: table.source, sha256: table.sha256, titleLocator: row.locator}, []),
  ]
}
