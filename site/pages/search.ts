import type {Answer} from '../../queries/index.ts'
import {matchPattern} from '../../queries/index.ts'
import {pathOf} from '../addresses.ts'
import {typeText} from '../labels.ts'
import type {PageContext} from '../page/context.ts'
import {formAction} from '../page/formAction.ts'
import {html, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {pager} from '../page/pager.ts'
import {documentLink} from '../page/parts.ts'
import {pageOf} from '../projectSearch.ts'
import {beginnings} from './beginnings.ts'

const PAGE_SIZE = 20
const LONGEST = 200
const EXCERPT = 200

/** What the site has on some words. */
export const searchPage: MakePage = async (context) => {
  const {language, words: w, url} = context
  const text = url.searchParams.get('q')?.trim().slice(0, LONGEST) ?? ''
  const page = pageOf(url.searchParams)
  const answer =
    matchPattern(text) === ''
      ? undefined
      : await context.ask('search', {language, text, from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE})
  const searchFor = (other: number) =>
    `?${new URLSearchParams({q: text, ...(other > 1 && {page: String(other)})})}`
  return {
    title: w.search,
    address: {section: 'search'},
    search: text ? searchFor(page) : '',
    noIndex: true,
    main: html`${
      searchForm(text, context) ||
      html`<p class="lead">${w.noSearch}</p>
        ${beginnings(context)}`
    }
    ${
      answer &&
      html`<p class="count" role="status">
          ${answer.total > 0 ? w.searchFound(answer.total, text) : w.searchNothing}
        </p>
        ${results(answer.items, context)}
        ${pager(
          {page, pages: Math.ceil(answer.total / PAGE_SIZE)},
          (other) => pathOf({section: 'search'}, language) + searchFor(other),
          context,
        )}`
    }`,
  }
}

/** The search field with its label; nothing where it would not be answered. */
export function searchForm(text: string, context: PageContext): Markup {
  const {words: w} = context
  const action = formAction({section: 'search'}, context)
  if (!action) return ''
  return html`<form class="search-form" role="search" action="${action}">
    <label for="q">${w.searchLabel}</label>
    <div class="search-row">
      <input id="q" name="q" type="search" value="${text}" autocomplete="off" />
      <button class="primary">${w.search}</button>
    </div>
  </form>`
}

function results(items: Answer<'search'>['items'], context: PageContext): Markup {
  return html`<ol class="results">
    ${items.map((item) => {
      const excerpt = item.summary ?? item.objective
      return html`<li>
        <p class="tag">${typeText(item._type, context.words)}</p>
        <h2>${documentLink(item, context)}</h2>
        ${excerpt && html`<p>${beginningOf(excerpt)}</p>`}
      </li>`
    })}
  </ol>`
}

/** The first words of a text, as many as an excerpt has room for. */
function beginningOf(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\P{L}+\p{L}*$/u, '')}…` : text
}
