import type {IatiElement} from '../extract/iati.ts'
import type {JsonObject} from '../model.ts'
import {type DateReading, readDate} from '../parse/date.ts'
import type {ReadActivity} from './readActivity.ts'
import {partialDate} from './shapes.ts'

/** The field of each type of date. */
export const DATES: Record<string, string> = {
  '1': 'plannedStart',
  '2': 'actualStart',
  '3': 'plannedEnd',
  '4': 'actualEnd',
}

/** When an activity runs; a date that cannot be read is told and not taken. */
export function periodOfActivity(read: ReadActivity): JsonObject | undefined {
  const entries = read.all('activity-date').flatMap((element): [string, JsonObject][] => {
    const name = DATES[element.attributes['type'] ?? '']
    const date = name && dateOf(element, read)
    if (!date) return []
    read.take([element])
    return [[name, partialDate(date)]]
  })
  return entries.length > 0 ? {_type: 'projectPeriod', ...Object.fromEntries(entries)} : undefined
}

function dateOf(element: IatiElement, read: ReadActivity): DateReading | undefined {
  const written = element.attributes['iso-date'] ?? ''
  const day = readDate(written)
  if (!day) {
    const message = `"${written}" is not a date, written as 2018-09-30: correct it in the file, or add the date by hand.`
    read.warn('date-unreadable', message, {name: 'activity-date', element})
    return undefined
  }
  return knownPart(day, element.narratives[0]?.text)
}

/** IATI wants days; a note that says only the year or month of it, as our own export writes, is what is known. */
function knownPart(day: DateReading, note: string | undefined): DateReading {
  const noted = readDate(note ?? '')
  return noted && day.value.startsWith(noted.value) ? noted : day
}
