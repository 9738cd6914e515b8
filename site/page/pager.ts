import type {PageContext} from './context.ts'
import {html, type Markup} from './markup.ts'

/** Links to the pages before and after this one of a list; nothing when there is one page. */
export function pager(
  {page, pages}: {page: number; pages: number},
  hrefOf: (page: number) => string,
  {words: w}: PageContext,
): Markup {
  if (pages <= 1) return ''
  return html`<nav class="pager" aria-label="${w.pageOf(page, pages)}">
    ${page > 1 && html`<a rel="prev" href="${hrefOf(page - 1)}">${w.previous}</a>`}
    <span>${w.pageOf(page, pages)}</span>
    ${page < pages && html`<a rel="next" href="${hrefOf(page + 1)}">${w.next}</a>`}
  </nav>`
}
