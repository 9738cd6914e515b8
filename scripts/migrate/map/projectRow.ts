import {cellLocator} from '../extract/table.ts'
import type {Candidate, JsonObject, SourcePlace} from '../model.ts'
import {inLanguage} from '../origins.ts'
import {countryCode} from '../parse/country.ts'
import {readDurationMonths} from '../parse/duration.ts'
import {canonicalUrl} from '../parse/webAddress.ts'
import {readPeriod} from '../parse/period.ts'
import {slugOf} from '../parse/slug.ts'
import {amountOfRow, dateOfRow} from './cells.ts'
import type {ReadRow} from './mapTable.ts'
import {placeCandidate, placeKey} from './places.ts'
import {plainText} from './portableText.ts'
import {supportingRound} from './roundRow.ts'
import {roundKey} from './roundPage.ts'
import {item, localised, money, partialDate, referenceTo} from './shapes.ts'

/** A project from a row of an office list, keyed by the office's number. */
export function projectOfRow(read: ReadRow): Candidate[] {
  const title = read.cell('title')?.text
  if (!title) return []
  const {table, row, header} = read
  const source = {file: table.source.file, locator: row.locator}
  const number = read.cell('number')?.text
  const years = readPeriod(read.cell('round')?.text ?? '')
  const place = placeOfRow(read)
  const amount = amountOfRow(read)
  const period = periodOfRow(read)
  const text = read.cell('text')?.text
  const linked = canonicalUrl(row.cells.find((cell) => cell.link)?.link ?? read.cell('link')?.text ?? '')
  if (!number && !linked)
    read.warn(
      'key-missing',
      'The row has no number and no address: a changed title would make a second project.',
    )
  if (read.cell('round') && !years)
    read.warn('round-unreadable', `"${read.cell('round')?.text ?? ''}" is not two years.`, 'round')
  return [
    {
      type: 'project',
      keys: [
        ...(number ? [`office:${number}`] : []),
        ...(linked ? [`url:${linked}`] : []),
        ...(number || linked ? [] : [`title:${slugOf(title)}`]),
      ],
      fields: {
        title: localised('String', header.language, title),
        ...(text
          ? {
              description: localised(
                'BlockContent',
                header.language,
                plainText(text, `description.${header.language}`),
              ),
            }
          : {}),
        ...(number
          ? {externalIds: [item('externalIds', {_type: 'externalId', scheme: 'flanders', value: number})]}
          : {}),
        ...(amount ? {amount: money(amount)} : {}),
        ...(period ? {period} : {}),
        ...(years ? {channel: 'trustFund', round: referenceTo('trustFundRound', roundKey(years))} : {}),
        ...(place
          ? {places: [item('places', {_type: 'placeShare', place: referenceTo('place', placeKey(place))})]}
          : {}),
        ...(linked ? {sources: [item('sources', {_type: 'source', url: linked})]} : {}),
      },
      origins: {
        [inLanguage('title', header.language)]: [read.place('title')],
        [inLanguage('description', header.language)]: [read.place('text')],
        externalIds: [read.place('number')],
        amount: [read.place('amount')],
        'period.plannedStart': [read.place('start')],
        'period.plannedEnd': [read.place('end')],
        'period.durationMonths': [read.place('months')],
        channel: [read.place('round')],
        round: [read.place('round')],
        places: [read.place('place')],
        sources: [linkPlace(read)],
      },
      defaults: {channel: 'unknown', slug: {_type: 'slug', current: slugOf(title)}},
      supporting: false,
      rank: 4,
      urls: linked ? [linked] : [],
      source,
      sha256: table.sha256,
      warnings: [],
    },
    ...(place ? placeCandidate(place, source, table.sha256) : []),
    ...(years ? supportingRound(years, read) : []),
  ]
}

/** The cell that holds the address, or on whose words a link lies. */
function linkPlace(read: ReadRow): SourcePlace {
  const {table, row} = read
  const index = row.cells.findIndex(({link}) => link)
  return index === -1
    ? read.place('link')
    : {file: table.source.file, locator: cellLocator(table, row, index)}
}

function placeOfRow(read: ReadRow): string | undefined {
  const name = read.cell('place')?.text
  const code = name && countryCode(name)
  if (name && !code)
    read.warn(
      'place-unknown',
      `"${name}" is no country that can be told for certain: add the place by hand.`,
      'place',
    )
  return code
}

function periodOfRow(read: ReadRow): JsonObject | undefined {
  const start = dateOfRow(read, 'start')
  const end = dateOfRow(read, 'end')
  const duration = read.cell('months')
  const inMonths = /maand|month/i.test(read.heading('months'))
  const months =
    duration &&
    (readDurationMonths(duration.text) ??
      (inMonths ? readDurationMonths(`${duration.text} months`) : undefined))
  if (duration && months === undefined)
    read.warn('duration-unreadable', `"${duration.text}" is not a number of months.`, 'months')
  if (!start && !end && months === undefined) return undefined
  return {
    _type: 'projectPeriod',
    ...(start ? {plannedStart: partialDate(start)} : {}),
    ...(end ? {plannedEnd: partialDate(end)} : {}),
    ...(months === undefined ? {} : {durationMonths: months}),
  }
}
