import {pathOf} from '../addresses.ts'
import {placeChart} from '../charts/placeChart.ts'
import {roundChart} from '../charts/roundChart.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, langOf, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {documentLink, projectCards, section} from '../page/parts.ts'
import type {Answer} from '../../queries/index.ts'
import {keyFigures} from './keyFigures.ts'
import {newsList} from './newsList.ts'

/** The home page: the cooperation in figures, the rounds, the places, what is new. */
export const homePage: MakePage = async (context) => {
  const {language, words: w} = context
  const [fund, rounds, totals, recent, agreements, news] = await Promise.all([
    context.ask('fund', {language}),
    context.ask('rounds', {language}),
    context.ask('totals', {language}),
    context.ask('projects', {language, to: 3}),
    context.ask('agreements', {language}),
    context.ask('news', {language, to: 3}),
  ])
  const [latest] = agreements
  return {
    title: w.siteName,
    description: w.siteDescription,
    address: {},
    jsonLd: {
      '@type': 'WebSite',
      name: w.siteName,
      inLanguage: language,
      url: `${context.origin}/${language}`,
    },
    main: html`<div class="hero band">
        <h1>${w.homeTitle}</h1>
        <p class="lead">${w.lead}</p>
        ${keyFigures(fund, context)}
      </div>
      ${section(
        w.roundsTitle,
        html`<p>${w.roundsLead}</p>
          ${roundChart(rounds, context)}
          <p class="more"><a href="${pathOf({section: 'trustFundRound'}, language)}">${w.allRounds}</a></p>`,
      )}
      ${section(
        w.byPlace,
        html`${placeChart(totals.byPlace, context)}
          <p class="more"><a href="${pathOf({section: 'totals'}, language)}">${w.allTotals}</a></p>`,
      )}
      ${section(
        w.latestProjects,
        html`${projectCards(recent.items, context)}
          <p class="more"><a href="${pathOf({section: 'project'}, language)}">${w.allProjects}</a></p>`,
      )}
      ${latest && section(w.currentAgreement, agreementSummary(latest, context))}
      ${
        news.total > 0 &&
        section(
          w.news,
          html`${newsList(news.items, context)}
            <p class="more"><a href="${pathOf({section: 'newsItem'}, language)}">${w.allNews}</a></p>`,
        )
      }`,
  }
}

function agreementSummary(agreement: Answer<'agreements'>[number], context: PageContext): Markup {
  const {language, words: w} = context
  return html`<article class="panel">
    <h3${langOf(agreement.titleLanguage, language)}>
      ${documentLink(agreement, context)}
    </h3>
    <p>
      ${agreement.signedOn && html`${w.signed}: ${dateMarkup(agreement.signedOn, language)}`}
      ${agreement.counterparty && html` · ${documentLink(agreement.counterparty, context)}`}
    </p>
    ${agreement.summary && html`<p>${agreement.summary}</p>`}
    ${
      agreement.annexes.length > 0 &&
      html`<p>
        ${w.annexes}:
        ${agreement.annexes.map((annex, index) => html`${index > 0 ? ', ' : ''}${documentLink(annex, context)}`)}
      </p>`
    }
  </article>`
}
