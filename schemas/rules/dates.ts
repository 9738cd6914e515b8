import {
  compareDates,
  firstDay,
  formatDate,
  lastDay,
  partialDateOf,
  precisionOf,
} from '../values/partialDate.ts'
import {isObject, objectsIn, projectDates, text, type Attributes} from './read.ts'
import {defineRule, type FindingPath} from './rule.ts'

/** A date exists in the calendar and is known as precisely as it is written. */
export const dateValue = defineRule({
  code: 'date-value',
  level: 'error',
  check(document) {
    return [...objectsIn(document)]
      .filter(({value}) => value['_type'] === 'partialDate')
      .flatMap(({value, path}) => {
        const written = text(value['value'])
        if (written === undefined) return []
        const precision = precisionOf(written)
        if (!precision) {
          const message = {
            nl: `“${written}” is geen datum. Schrijf 2018, 2018-04 of 2018-04-23.`,
            en: `“${written}” is not a date. Write 2018, 2018-04 or 2018-04-23.`,
          }
          return [{path: [...path, 'value'], message}]
        }
        if (value['precision'] === precision) return []
        const message = {
          nl: `“${written}” is bekend tot op ${{year: 'het jaar', month: 'de maand', day: 'de dag'}[precision]}. Kies dat, of vul de datum aan.`,
          en: `“${written}” is known to the ${precision}. Choose that, or complete the date.`,
        }
        return [{path: [...path, 'precision'], message}]
      })
  },
})

/** Pairs of attributes, the first of which cannot come after the second. */
const ORDERED: readonly (readonly [string, string])[] = [
  ['start', 'end'],
  ['plannedStart', 'plannedEnd'],
  ['actualStart', 'actualEnd'],
  ['signedOn', 'endDate'],
  ['entryIntoForce', 'endDate'],
]

/** A start is not after its end, compared at the coarser precision of the two. */
export const dateOrder = defineRule({
  code: 'date-order',
  level: 'error',
  check(document) {
    return [...objectsIn(document)].flatMap(({value, path}) =>
      ORDERED.flatMap(([first, second]) => outOfOrder(value, path, first, second)),
    )
  },
})

function outOfOrder(value: Attributes, path: FindingPath, first: string, second: string) {
  const start = partialDateOf(value[first])
  const end = partialDateOf(value[second])
  if (!start || !end || compareDates(start, end) <= 0) return []
  const message = {
    nl: `Het einde (${formatDate(end, 'nl')}) ligt vóór het begin (${formatDate(start, 'nl')}). Verbeter een van beide datums.`,
    en: `The end (${formatDate(end, 'en')}) is before the start (${formatDate(start, 'en')}). Correct one of the dates.`,
  }
  return [{path: [...path, second], message}]
}

/** The announced duration in months agrees with the dates, give or take one. */
export const projectDuration = defineRule({
  code: 'project-duration',
  level: 'warning',
  types: ['project'],
  check(document) {
    const period = document['period']
    if (!isObject(period)) return []
    const months = period['durationMonths']
    const start = partialDateOf(period['plannedStart']) ?? projectDates(period).start
    const end = partialDateOf(period['plannedEnd']) ?? projectDates(period).end
    if (typeof months !== 'number' || !start || !end) return []
    const least = monthOf(firstDay(end)) - monthOf(lastDay(start)) - 1
    const most = monthOf(lastDay(end)) - monthOf(firstDay(start)) + 1
    if (months >= least && months <= most) return []
    return [
      {
        path: ['period', 'durationMonths'],
        message: {
          nl: `Van ${formatDate(start, 'nl')} tot ${formatDate(end, 'nl')} is geen ${months} maanden. Controleer de datums en de duur in de bron.`,
          en: `From ${formatDate(start, 'en')} to ${formatDate(end, 'en')} is not ${months} months. Check the dates and the duration in the source.`,
        },
      },
    ]
  },
})

function monthOf(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return year * 12 + month
}
