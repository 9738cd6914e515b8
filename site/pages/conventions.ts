import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {stackingTable, type Column} from '../page/stackingTable.ts'

type Convention = Answer<'conventions'>[number]

/** The ILO conventions that bind Belgium, with Flanders' reports. */
export const conventionsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const conventions = await context.ask('conventions', {language})
  return {
    title: w.conventions,
    description: w.conventionsLead,
    address: {section: 'conventions'},
    main: html`<p class="lead">${w.conventionsLead}</p>
      ${conventions.length === 0 ? html`<p>${w.noConventions}</p>` : table(conventions, context)}`,
  }
}

function table(conventions: readonly Convention[], {language, words: w}: PageContext): Markup {
  const columns: Column<Convention>[] = [
    [w.number, ({number}) => html`C${String(number).padStart(3, '0')}`],
    [w.convention, ({title}) => html`${title}`],
    [w.adopted, ({adoptedOn}) => dateMarkup(adoptedOn, language)],
    [w.approvedByFlanders, ({flemishApprovalOn}) => dateMarkup(flemishApprovalOn, language)],
    [w.ratified, ({ratifiedOn}) => dateMarkup(ratifiedOn, language)],
    [w.reports, ({reports}) => (reports && reports.length > 0 ? html`${reports.map(reportLink)}` : '')],
  ]
  return stackingTable(w.conventions, conventions, columns, 1)
}

function reportLink({year, file}: NonNullable<Convention['reports']>[number]): Markup {
  return file ? html`<a href="${file}">${year}</a> ` : html`${year} `
}
