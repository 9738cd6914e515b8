import {pathOf} from '../addresses.ts'
import {barChart} from '../charts/bars.ts'
import {allocationText} from '../charts/roundChart.ts'
import {grantJsonLd} from '../data/jsonLd.ts'
import {dateMarkup, moneyText, spanMarkup} from '../page/formatting.ts'
import {html, langOf} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, documentLink, factList, projectCards, section, sourceList} from '../page/parts.ts'
import {newsLinks} from './newsList.ts'

/** One round: its contribution, what its projects took of it, and the projects. */
export const roundPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const round = await context.ask('round', {slug, language})
  if (!round) return undefined
  const remainder = Math.max(0, (round.contribution?.amount ?? 0) - round.allocated)
  const bars = [
    ...round.projects.map((project) => ({
      label: documentLink(project, context),
      value: project.amount?.amount ?? 0,
      part: project.amount?.amount ?? 0,
      text: html`<b>${moneyText(project.amount, context)}</b>`,
    })),
    ...(round.contribution && remainder > 0
      ? [
          {
            label: html`${w.notAllocated}`,
            value: remainder,
            text: html`<b
              >${moneyText({amount: remainder, currency: round.contribution.currency}, context)}</b
            >`,
          },
        ]
      : []),
  ]
  return {
    title: round.title ?? w.unknown,
    titleLanguage: round.titleLanguage,
    description: round.summary,
    document: round,
    address: {section: 'trustFundRound', slug},
    crumbs: [{title: w.trustFundRound, href: pathOf({section: 'trustFundRound'}, language)}],
    jsonLd: grantJsonLd(round.title, round.contribution),
    main: html`${
      round.summary && html`<p class="lead" ${langOf(round.summaryLanguage, language)}>${round.summary}</p>`
    }
    ${factList(
      [
        [w.contribution, moneyText(round.contribution, context), 'contribution'],
        [w.allocated, allocationText(round, context)],
        [w.period, spanMarkup(round.period?.start?.value, round.period?.end?.value, language), 'period'],
        [w.decided, dateMarkup(round.decidedOn, language), 'decidedOn'],
        [w.belongsTo, round.agreement && documentLink(round.agreement, context), 'agreement'],
      ],
      {document: round, context},
    )}
    ${round.uncounted > 0 && html`<p class="remark">${w.found(round.uncounted)} ${w.uncounted}.</p>`}
    ${section(
      w.roundProjects,
      round.projects.length === 0
        ? html`<p>${w.noProjects}</p>`
        : html`${barChart(w.roundProjects, [w.project, w.amount, w.share], bars)}
          ${projectCards(round.projects, context)}`,
    )}
    ${section(w.news, newsLinks(round.news, context))} ${sourceList(round.sources, context)}
    ${changedNote(round.updatedAt, context)}`,
  }
}
