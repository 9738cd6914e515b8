import type {PageContext} from '../page/context.ts'
import {html} from '../page/markup.ts'
import type {Page} from '../page/page.ts'
import {beginnings} from './beginnings.ts'
import {searchForm} from './search.ts'

/** What a reader sees at an address that leads nowhere. */
export function notFoundPage(context: PageContext): Page {
  const {words: w} = context
  return {
    title: w.notFound,
    address: {section: 'search'},
    status: 404,
    noIndex: true,
    main: html`<p class="lead">${w.notFoundLead}</p>
      ${searchForm('', context)} ${beginnings(context)}`,
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
