import type {JsonObject, Page, Warning} from '../model.ts'
import {isObject} from '../merge/same.ts'
import {readDate} from '../parse/date.ts'
import {readPeriod} from '../parse/period.ts'
import {partialDate} from './shapes.ts'
import {yearsInGrantTitle} from './title.ts'

/**
 * The period of the project of a grant page: as its line states it, else from the years that end the page's
 * title, which its own title leaves out. Where both say something else, it is told.
 */
export function periodOfGrant(
  stated: JsonObject | undefined,
  page: Page,
  warnings: Warning[],
): JsonObject | undefined {
  const years = yearsInGrantTitle(page.title)
  const inTitle = years === undefined ? undefined : periodOfYears(years)
  if (years === undefined || !inTitle) return stated
  const source = {...page.source, locator: page.titleLocator}
  if (stated?.['plannedStart']) {
    if (differs(stated, inTitle)) {
      warnings.push({
        code: 'period-differs',
        message: `The title says "${years}", its line on the duration something else: the line is taken. Correct it if the title is right.`,
        source,
      })
    }
    return stated
  }
  warnings.push({
    code: 'period-inferred',
    message: `No line says when the project runs, so "${years}" of the title is taken: correct it if it is the year of the decision.`,
    source,
  })
  return {...inTitle, ...stated}
}

function periodOfYears(years: string): JsonObject | undefined {
  const period = readPeriod(years)
  const start = period?.start ?? readDate(years)
  return (
    start && {
      _type: 'projectPeriod',
      plannedStart: partialDate(start),
      ...(period ? {plannedEnd: partialDate(period.end)} : {}),
    }
  )
}

function differs(one: JsonObject, other: JsonObject): boolean {
  return ['plannedStart', 'plannedEnd'].some((name) => {
    const [a, b] = [yearOf(one[name]), yearOf(other[name])]
    return a !== undefined && b !== undefined && a !== b
  })
}

function yearOf(date: JsonObject[string] | undefined): string | undefined {
  return isObject(date) && typeof date['value'] === 'string' ? date['value'].slice(0, 4) : undefined
}
