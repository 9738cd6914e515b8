import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {eurosText} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'
import {grantedText} from '../page/parts.ts'
import {projectsPath} from '../projectSearch.ts'
import {barChart} from './bars.ts'
import {worldMap} from './worldMap.ts'

type Places = Answer<'totals'>['byPlace']

/** A map of the countries with money, and beside it the same as a chart with every place. */
export function placeChart(places: Places, context: PageContext): Markup {
  const {language, words: w} = context
  const hrefOf = (slug: string) => projectsPath({place: slug}, language)
  const points = places.flatMap(({isoCode, name, slug, amount}) =>
    isoCode
      ? [{isoCode, value: amount, label: `${name}: ${eurosText(amount, context)}`, href: hrefOf(slug)}]
      : [],
  )
  const bars = places.map(({name, slug, amount, projects}) => ({
    label: html`<a href="${hrefOf(slug)}">${name}</a>`,
    value: amount,
    text: grantedText(amount, projects, context),
  }))
  return html`<div class="map-and-table">
    ${worldMap(w.mapLabel, points)} ${barChart(w.byPlace, [w.place, w.amount, w.share], bars)}
  </div>`
}
