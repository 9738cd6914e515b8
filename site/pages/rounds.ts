import {roundChart} from '../charts/roundChart.ts'
import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {definitions} from './definitions.ts'

/** All rounds with their contribution and allocation. */
export const roundsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const rounds = await context.ask('rounds', {language})
  return {
    title: w.trustFundRound,
    description: w.roundsLead,
    address: {section: 'trustFundRound'},
    main: html`<p class="lead">${w.roundsLead}</p>
      ${roundChart(rounds, context)} ${definitions(context)}`,
  }
}
