import {channels, sumByYear, type Answer} from '../../queries/index.ts'
import {barChart, type Bar} from '../charts/bars.ts'
import {placeChart} from '../charts/placeChart.ts'
import {channelText} from '../labels.ts'
import type {PageContext} from '../page/context.ts'
import {eurosText} from '../page/formatting.ts'
import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {grantedText, section} from '../page/parts.ts'
import {projectsPath} from '../projectSearch.ts'
import {definitions} from './definitions.ts'
import {keyFigures} from './keyFigures.ts'

type Totals = Answer<'totals'>

/** The money of the cooperation by year, place, theme and channel. */
export const totalsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const [fund, totals] = await Promise.all([
    context.ask('fund', {language}),
    context.ask('totals', {language}),
  ])
  return {
    title: w.totals,
    description: w.totalsLead,
    address: {section: 'totals'},
    main: html`<p class="lead">${w.totalsLead}</p>
      ${keyFigures(fund, context)}
      ${fund.projectsUncounted > 0 && html`<p class="remark">${w.found(fund.projectsUncounted)} ${w.uncounted}.</p>`}
      ${section(w.byYear, barChart(w.byYear, [w.year, w.amount, w.share], years(totals, context)))}
      ${section(w.byPlace, placeChart(totals.byPlace, context))}
      ${section(w.byTheme, barChart(w.byTheme, [w.theme, w.amount, w.share], themes(totals, context)))}
      ${section(w.byChannel, barChart(w.byChannel, [w.channel, w.amount, w.share], throughChannels(totals, context)))}
      ${definitions(context)}`,
  }
}

function years({byStart}: Totals, context: PageContext): Bar[] {
  return sumByYear(byStart)
    .toReversed()
    .map(({year, amount, projects}) => ({
      label: html`${year}`,
      value: amount,
      text: grantedText(amount, projects, context),
    }))
}

function themes({byTheme}: Totals, context: PageContext): Bar[] {
  return byTheme.map(({slug, title, amount, projects}) => ({
    label: html`<a href="${projectsPath({theme: slug}, context.language)}"
      >${title ?? context.words.unknown}</a
    >`,
    value: amount,
    text: grantedText(amount, projects, context),
  }))
}

/** Channels that no money went through are left out. */
function throughChannels({byChannel}: Totals, context: PageContext): Bar[] {
  return channels
    .map((channel) => ({channel, amount: byChannel[channel]}))
    .filter(({amount}) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount)
    .map(({channel, amount}) => ({
      label: html`<a href="${projectsPath({channel}, context.language)}"
        >${channelText(channel, context.words)}</a
      >`,
      value: amount,
      text: html`<b>${eurosText(amount, context)}</b>`,
    }))
}
