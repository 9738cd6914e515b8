import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {nameLink, titleLink} from './fragments/links.ts'
import {projectStart} from './fragments/projectPeriod.ts'
import {language} from './params.ts'

/**
 * The projects of a country or region with what it gets of each: its share where the project has
 * shares, else the whole. A part of a country counts for the country, once for each project.
 */
const grantsOfPlace = /* groq */ `*[_type == "project" && count(places[place._ref in ^.^.ids]) > 0] {
      "share": select(amount.currency == "EUR" => amount.amount * select(
        count(places[place._ref in ^.^.ids && defined(percentage)]) > 0 => math::sum(places[place._ref in ^.^.ids].percentage),
        100
      ) / 100)
    }` as const

/**
 * Euros granted to projects by place, theme and channel. A project in several places without shares,
 * or with several themes, counts in full for each, so these do not add up to the whole. `byStart` has
 * one row a project: `sumByYear` makes years of them.
 *
 * @example
 * const totals = await fund.ask('totals', {language: 'en'})
 * const years = sumByYear(totals.byStart)
 */
export const totalsQuery = defineQuery(/* groq */ `{
  "byPlace": *[_type == "place" && kind != "subnational"] {
    ${nameLink},
    kind,
    isoCode,
    "ids": [_id, ...*[_type == "place" && kind == "subnational" && parent._ref == ^._id]._id]
  } {
    ...,
    "grants": ${grantsOfPlace}
  } [count(grants) > 0] {
    _id, _type, name, slug, kind, isoCode,
    "projects": count(grants),
    "amount": math::sum(grants[].share)
  } | order(amount desc, _id asc),
  "byTheme": *[_type == "theme" && count(*[_type == "project" && ^._id in themes[]._ref]) > 0] {
    ${titleLink},
    "projects": count(*[_type == "project" && ^._id in themes[]._ref]),
    "amount": math::sum(*[_type == "project" && ^._id in themes[]._ref && amount.currency == "EUR"].amount.amount)
  } | order(amount desc, _id asc),
  "byChannel": {
    "trustFund": math::sum(*[_type == "project" && channel == "trustFund" && amount.currency == "EUR"].amount.amount),
    "bilateral": math::sum(*[_type == "project" && channel == "bilateral" && amount.currency == "EUR"].amount.amount),
    "coreOrSupplementary": math::sum(*[_type == "project" && channel == "coreOrSupplementary" && amount.currency == "EUR"].amount.amount),
    "unknown": math::sum(*[_type == "project" && (!defined(channel) || channel == "unknown") && amount.currency == "EUR"].amount.amount)
  },
  "byStart": *[_type == "project" && amount.currency == "EUR" && defined(amount.amount)] | order(coalesce(${projectStart}, "") asc, _id asc) {
    "start": ${projectStart}, "amount": amount.amount
  }
}`)

export const totalsParams = z.object({language})

/** Euros granted by the year that the projects started in; projects without a start are left out. */
export function sumByYear(
  rows: readonly {start: string | null; amount: number | null}[],
): {year: string; amount: number; projects: number}[] {
  const years = new Map<string, {amount: number; projects: number}>()
  for (const {start, amount} of rows) {
    if (start === null || amount === null) continue
    const year = start.slice(0, 4)
    const sum = years.get(year) ?? {amount: 0, projects: 0}
    years.set(year, {amount: sum.amount + amount, projects: sum.projects + 1})
  }
  return [...years].map(([year, sum]) => ({year, ...sum})).toSorted((a, b) => a.year.localeCompare(b.year))
}
