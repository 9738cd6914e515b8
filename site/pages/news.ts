import {pathOf} from '../addresses.ts'
import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {pager} from '../page/pager.ts'
import {newsList} from './newsList.ts'
import {pageOf} from '../projectSearch.ts'

const PAGE_SIZE = 20

/** News, newest first. */
export const newsPage: MakePage = async (context) => {
  const {language, words: w, url} = context
  const page = pageOf(url.searchParams)
  const answer = await context.ask('news', {language, from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE})
  const address = {section: 'newsItem'} as const
  return {
    title: w.newsItem,
    address,
    search: page > 1 ? `?page=${page}` : '',
    main: html`${answer.total > 0 ? newsList(answer.items, context, 2) : html`<p>${w.noNews}</p>`}
    ${pager(
      {page, pages: Math.ceil(answer.total / PAGE_SIZE)},
      (other) => `${pathOf(address, language)}?page=${other}`,
      context,
    )}`,
  }
}
