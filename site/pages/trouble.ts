import {pathOf, type Section} from '../addresses.ts'
import type {PageContext} from '../page/context.ts'
import {html} from '../page/markup.ts'
import type {Page} from '../page/page.ts'
import {searchForm} from './search.ts'

/** Where a reader who is lost may begin. */
const BEGINNINGS: Section[] = ['agreement', 'trustFundRound', 'project', 'newsItem']

/** What a reader sees at an address that leads nowhere. */
export function notFoundPage(context: PageContext): Page {
  const {language, words: w} = context
  return {
    title: w.notFound,
    address: {section: 'search'},
    status: 404,
    noIndex: true,
    main: html`<p class="lead">${w.notFoundLead}</p>
      ${searchForm('', context)}
      <ul>
        <li><a href="/${language}">${w.home}</a></li>
        ${BEGINNINGS.map((it) => html`<li><a href="${pathOf({section: it}, language)}">${w[it]}</a></li>`)}
      </ul>`,
  }
}

/** What a reader sees while the content cannot be reached. */
export function failedPage({words: w}: PageContext): Page {
  return {
    title: w.failed,
    address: {section: 'search'},
    status: 503,
    noIndex: true,
    main: html`<p class="lead">${w.failedLead}</p>`,
  }
}
