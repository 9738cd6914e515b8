import {dateMarkup} from '../page/formatting.ts'
import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'

/** The ILO conventions that bind Belgium, with Flanders' reports. */
export const conventionsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const conventions = await context.ask('conventions', {language})
  return {
    title: w.conventions,
    description: w.conventionsLead,
    address: {section: 'conventions'},
    main: html`<p class="lead">${w.conventionsLead}</p>
      ${
        conventions.length === 0
          ? html`<p>${w.noConventions}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="${w.conventions}">
              <table class="data">
                <thead>
                  <tr>
                    <th scope="col">${w.number}</th>
                    <th scope="col">${w.convention}</th>
                    <th scope="col">${w.adopted}</th>
                    <th scope="col">${w.approvedByFlanders}</th>
                    <th scope="col">${w.ratified}</th>
                    <th scope="col">${w.reports}</th>
                  </tr>
                </thead>
                <tbody>
                  ${conventions.map(
                    ({_id, number, title, adoptedOn, flemishApprovalOn, ratifiedOn, reports}) =>
                      html`<tr id="${_id}">
                        <td>C${String(number).padStart(3, '0')}</td>
                        <td>${title}</td>
                        <td>${dateMarkup(adoptedOn, language)}</td>
                        <td>${dateMarkup(flemishApprovalOn, language)}</td>
                        <td>${dateMarkup(ratifiedOn, language)}</td>
                        <td>
                          ${reports?.map(({year, file}) => (file ? html`<a href="${file}">${year}</a> ` : html`${year} `))}
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }`,
  }
}
