import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'

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

/**
 * A row for each convention. Narrow screens lay the cells of a row below each other, each with its heading
 * before it; roles are written out, since some browsers then forget what a table is.
 */
function table(conventions: readonly Convention[], {language, words: w}: PageContext): Markup {
  const columns: [heading: string, cell: (convention: Convention) => Markup][] = [
    [w.number, ({number}) => html`C${String(number).padStart(3, '0')}`],
    [w.convention, ({title}) => html`${title}`],
    [w.adopted, ({adoptedOn}) => dateMarkup(adoptedOn, language)],
    [w.approvedByFlanders, ({flemishApprovalOn}) => dateMarkup(flemishApprovalOn, language)],
    [w.ratified, ({ratifiedOn}) => dateMarkup(ratifiedOn, language)],
    [w.reports, ({reports}) => (reports && reports.length > 0 ? html`${reports.map(reportLink)}` : '')],
  ]
  return html`<table role="table" class="data stacking">
    <caption class="visually-hidden">
      ${w.conventions}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(([heading]) => html`<th role="columnheader" scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${conventions.map(
        (convention) =>
          html`<tr role="row" id="${convention._id}">
            ${columns.map(([heading, cell]) => html`<td role="cell" data-heading="${heading}">${cell(convention)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function reportLink({year, file}: NonNullable<Convention['reports']>[number]): Markup {
  return file ? html`<a href="${file}">${year}</a> ` : html`${year} `
}
