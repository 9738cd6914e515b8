import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, langOf, type Markup} from '../page/markup.ts'
import {documentLink} from '../page/parts.ts'

/**
 * News items with their day and summary.
 *
 * @param heading the level of their titles
 */
export function newsList(items: Answer<'news'>['items'], context: PageContext, heading: 2 | 3 = 3): Markup {
  const {language} = context
  return html`<ul class="news-list">
    ${items.map(
      (item) =>
        html`<li id="news-${item._id}">
          <p class="date">${dateMarkup(item.publishedOn, language)}</p>
          <h${heading} class="card-title" ${langOf(item.titleLanguage, language)}>${documentLink(item, context)}</h${heading}>
          ${item.summary && html`<p>${item.summary}</p>`}
        </li>`,
    )}
  </ul>`
}

/** Links to news with their days. */
export function newsLinks(
  items: readonly {_type: string; slug: string | null; title: string | null; publishedOn: string | null}[],
  context: PageContext,
): Markup {
  if (items.length === 0) return ''
  return html`<ul>
    ${items.map(
      (item) =>
        html`<li>${documentLink(item, context)} (${dateMarkup(item.publishedOn, context.language)})</li>`,
    )}
  </ul>`
}
