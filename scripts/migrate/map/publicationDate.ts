import type {Block, Page, Warning} from '../model.ts'
import {readDate, type DateReading} from '../parse/date.ts'

/** The day on which a news item was published, and the block that says it. */
export interface Publication {
  block: Block
  date: DateReading
}

/** What may stand before the day where nothing else is said. */
const BEFORE_DAY =
  /^(?:(?:gepubliceerd|geplaatst|published|posted)(?:\s+(?:op|on))?\s*:?\s*)?(?:(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy],?\s+)?/i
const TIME_ALONE =
  /^(?:<\w+[^>]*>)?<time\b[^>]*\bdatetime="(?<day>\d{4}-\d{2}-\d{2})[^"]*"[^>]*>[^<]*<\/time>(?:<\/\w+>)?$/i

/** The publication of a news item: a bullet, a line or a `<time>` above its text that says nothing but the day. */
export function publicationOf(page: Page): Publication | undefined {
  return page.blocks
    .slice(0, 2)
    .map((block) => ({block, date: dateOf(block)}))
    .find((one): one is Publication => one.date !== undefined)
}

function dateOf(block: Block): DateReading | undefined {
  if (block.kind === 'heading' || block.cell) return undefined
  const machineReadable = TIME_ALONE.exec(block.html ?? '')?.groups?.['day']
  const date = readDate(machineReadable ?? block.text.replace(BEFORE_DAY, ''))
  // A paragraph of a year or a month is a heading or a part of the text.
  return block.kind === 'listItem' || date?.precision === 'day' ? date : undefined
}

export function publicationWarnings({block, date}: Publication, page: Page): Warning[] {
  if (date.other === undefined) return []
  return [
    {
      code: 'date-ambiguous',
      message: `"${block.text}": ${date.value} could also be ${date.other}; the day is read first.`,
      source: {...page.source, locator: block.locator},
    },
  ]
}
