import type {Answer} from '../../queries/index.ts'
import {pathOf} from '../addresses.ts'
import {partyJsonLd} from '../data/jsonLd.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup, moneyText} from '../page/formatting.ts'
import {html, langOf, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, documentLink, factList, section, sourceList} from '../page/parts.ts'
import {articleList, fileList, publicationList, preambleText} from './articles.ts'
import {newsLinks} from './newsList.ts'

type Agreement = NonNullable<Answer<'agreement'>>

/** One agreement with its annexes, text, rounds and the agreements around it. */
export const agreementPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const agreement = await context.ask('agreement', {slug, language})
  if (!agreement) return undefined
  return {
    title: agreement.title ?? w.unknown,
    titleLanguage: agreement.titleLanguage,
    description: agreement.summary,
    document: agreement,
    address: {section: 'agreement', slug},
    crumbs: [{title: w.agreement, href: pathOf({section: 'agreement'}, language)}],
    jsonLd: {
      '@type': 'Legislation',
      name: agreement.title,
      inLanguage: agreement.titleLanguage,
      legislationDate: agreement.signedOn?.value,
      legislationPassedBy: partyJsonLd('Government of Flanders'),
    },
    main: html`${
      agreement.summary &&
      html`<p class="lead" ${langOf(agreement.summaryLanguage, language)}>${agreement.summary}</p>`
    }
    ${facts(agreement, context)} ${section(w.annexes, annexList(agreement, context), 'annexes')}
    ${section(w.preamble, preambleText(agreement, context))}
    ${section(w.articles, articleList(agreement.articles, context))}
    ${section(w.files, fileList(agreement.files))} ${section(w.trustFundRound, roundList(agreement, context))}
    ${section(w.publications, publicationList(agreement.publications, context))}
    ${section(w.news, newsLinks(agreement.news, context))} ${sourceList(agreement.sources, context)}
    ${changedNote(agreement.updatedAt, context)}`,
  }
}

function facts(agreement: Agreement, context: PageContext): Markup {
  const {language, words: w} = context
  return factList(
    [
      [w.approved, dateMarkup(agreement.approvedOn, language), 'approvedOn'],
      [w.signed, dateMarkup(agreement.signedOn, language), 'signedOn'],
      [w.signedIn, agreement.place, 'place'],
      [w.inForce, dateMarkup(agreement.entryIntoForce, language), 'entryIntoForce'],
      [w.ends, dateMarkup(agreement.endDate, language), 'endDate'],
      [
        w.counterparty,
        agreement.counterparty && documentLink(agreement.counterparty, context),
        'counterparty',
      ],
      [w.signatures, signatureList(agreement, context), 'signatures'],
      [w.replaces, agreement.replaces && documentLink(agreement.replaces, context), 'replaces'],
      [w.replacedBy, agreement.replacedBy && documentLink(agreement.replacedBy, context)],
    ],
    {document: agreement, context},
  )
}

function signatureList({signatures}: Agreement, context: PageContext): Markup {
  const known = signatures?.filter(({person, party}) => person || party) ?? []
  if (known.length === 0) return ''
  return html`<ul class="plain">
    ${known.map(
      ({person, role, party}) =>
        html`<li>
          ${person}${role && html`<span class="of">${role}</span>`}
          ${!person && party && documentLink(party, context)}
        </li>`,
    )}
  </ul>`
}

function annexList({annexes}: Agreement, context: PageContext): Markup {
  if (annexes.length === 0) return ''
  return html`<ul>
    ${annexes.map(
      (annex) => html`<li>${documentLink(annex, context)}${annex.subject && html`: ${annex.subject}`}</li>`,
    )}
  </ul>`
}

function roundList({rounds}: Agreement, context: PageContext): Markup {
  if (rounds.length === 0) return ''
  return html`<ul>
    ${rounds.map(
      (round) => html`<li>${documentLink(round, context)}: ${moneyText(round.contribution, context)}</li>`,
    )}
  </ul>`
}
