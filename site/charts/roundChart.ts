import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {eurosText, moneyText} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'
import {documentLink} from '../page/parts.ts'
import {barChart} from './bars.ts'

/** The contribution of each round, and over it what its projects took; bars compare euros alone. */
export function roundChart(rounds: Answer<'rounds'>, context: PageContext): Markup {
  const {words: w} = context
  const bars = rounds.map((round) => ({
    label: documentLink(round, context),
    ...(round.contribution?.currency === 'EUR' && {
      value: round.contribution.amount,
      part: round.allocated,
    }),
    text: html`<b>${moneyText(round.contribution, context)}</b>
      <span class="of"
        >${round.projects.length > 0 ? `${w.allocated}: ${allocationText(round, context)}` : w.noProjects}</span
      >
      ${round.uncounted > 0 && html`<span class="of">${w.found(round.uncounted)} ${w.uncounted}</span>`}`,
  }))
  return html`<ul class="legend" aria-hidden="true">
      <li><span class="swatch swatch-part"></span>${w.allocated}</li>
      <li><span class="swatch swatch-value"></span>${w.notAllocated}</li>
    </ul>
    ${barChart(w.roundsTitle, [w.roundColumn, w.contribution, w.share], bars)}`
}

/** What the projects of a round add up to, in the currency of the round. */
export function allocationText(
  round: {contribution: {currency: string} | null; allocated: number},
  context: PageContext,
): string {
  return round.contribution && round.contribution.currency !== 'EUR'
    ? moneyText({amount: round.allocated, currency: round.contribution.currency}, context)
    : eurosText(round.allocated, context)
}
