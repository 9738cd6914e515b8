import {dateMarkup} from '../page/formatting.ts'
import {html, langOf} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {documentLink, documentLinks} from '../page/parts.ts'

/** All agreements as the chain that they are, newest first. */
export const agreementsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const agreements = await context.ask('agreements', {language})
  return {
    title: w.agreement,
    description: w.agreementsLead,
    address: {section: 'agreement'},
    main: html`<p class="lead">${w.agreementsLead}</p>
      <ol class="chain">
        ${agreements.map(
          (agreement) =>
            html`<li id="agreement-${agreement._id}">
              <p class="date">${dateMarkup(agreement.signedOn ?? agreement.approvedOn, language)}</p>
              <h2${langOf(agreement.titleLanguage, language)}>
                ${documentLink(agreement, context)}
              </h2>
              ${agreement.kind === 'precursor' && html`<p class="tag">${w.kindPrecursor}</p>`}
              ${agreement.summary && html`<p>${agreement.summary}</p>`}
              <p class="meta">
                ${agreement.counterparty && documentLink(agreement.counterparty, context)}
                ${
                  agreement.annexes.length > 0 &&
                  html`· ${w.annexes}: ${documentLinks(agreement.annexes, context)}`
                }
              </p>
            </li>`,
        )}
      </ol>`,
  }
}
