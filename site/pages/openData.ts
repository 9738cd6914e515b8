import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {definitions} from './definitions.ts'
import {LICENCE} from '../data/catalogue.ts'

/** The content as data: downloads, catalogue, feed, and what the figures mean. */
export const openDataPage: MakePage = async (context) => {
  const {language, words: w} = context
  const downloads = [
    ['/data/projects.csv', w.downloadCsv],
    ['/data/projects.json', w.downloadJson],
    ['/iati/activities.xml', w.downloadIati],
    ['/catalog.jsonld', w.catalogue],
    [`/${language}/feed.xml`, w.feed],
  ]
  return {
    title: w.openData,
    description: w.openDataLead,
    address: {section: 'openData'},
    main: html`<p class="lead">${w.openDataLead}</p>
      <ul class="downloads">
        ${downloads.map(([href, title]) => html`<li><a href="${href}">${title}</a></li>`)}
      </ul>
      <p><a href="${LICENCE}" rel="license external">${w.licence}</a></p>
      ${definitions(context)}`,
  }
}
