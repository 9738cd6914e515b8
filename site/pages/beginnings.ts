import {pathOf, type Section} from '../addresses.ts'
import type {PageContext} from '../page/context.ts'
import {html, type Markup} from '../page/markup.ts'

const BEGINNINGS: Section[] = ['agreement', 'trustFundRound', 'project', 'newsItem']

/** Where a reader who is lost may begin. */
export function beginnings({language, words: w}: PageContext): Markup {
  return html`<ul>
    <li><a href="/${language}">${w.home}</a></li>
    ${BEGINNINGS.map((it) => html`<li><a href="${pathOf({section: it}, language)}">${w[it]}</a></li>`)}
  </ul>`
}
