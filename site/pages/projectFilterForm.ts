import {projectStatuses, type Answer} from '../../queries/index.ts'
import {pathOf} from '../addresses.ts'
import {channelText, statusText} from '../labels.ts'
import type {PageContext} from '../page/context.ts'
import {formAction} from '../page/formAction.ts'
import {html, type Markup} from '../page/markup.ts'
import {factList} from '../page/parts.ts'
import type {Filters, View} from '../projectSearch.ts'
import type {Words} from '../words/words.ts'

type Choices = Answer<'projectFilters'>

interface Choice {
  value: string
  text: string
}

type Field = [name: keyof Filters, title: string, options: Choice[]]

/**
 * The form that filters the projects: plain, so that it works before and without scripts. Narrow screens
 * show the choices when they are asked for, or when one of them is made. Where nothing would answer it, it
 * says what is chosen and where to choose.
 */
export function filterForm(filters: Filters, view: View, choices: Choices, context: PageContext): Markup {
  const {language, words: w} = context
  const fields = fieldsOf(choices, w)
  const action = formAction({section: 'project'}, context)
  const clear =
    Object.keys(filters).length > 0 &&
    html`<a href="${pathOf({section: 'project'}, language)}">${w.filterClear}</a>`
  if (!action)
    return html`${chosen(fields, filters)}
      <p>${clear || choosing(context)}</p>`
  return html`<form class="filters" action="${action}" aria-label="${w.filterTitle}">
    <div class="field field-wide">
      <label for="filter-q">${w.filterText}</label>
      <input id="filter-q" name="q" type="search" value="${filters.text ?? ''}" autocomplete="off" />
    </div>
    <details class="more-filters" ${fields.some(([name]) => filters[name]) && html`open`}>
      <summary>${w.moreFilters}</summary>
      <div class="filter-fields">
        ${fields
          .filter(([name, , options]) => options.length > 0 || filters[name])
          .map(([name, title, options]) => selectField(name, title, options, filters[name], w.filterAll))}
      </div>
    </details>
    ${view !== 'list' && html`<input type="hidden" name="view" value="${view}" />`}
    <div class="actions"><button class="primary">${w.filterApply}</button>${clear}</div>
  </form>`
}

/** The filters that are set, in words. */
function chosen(fields: Field[], filters: Filters): Markup {
  const facts = fields
    .filter(([name]) => filters[name])
    .map(([name, title, options]): [string, string | undefined] => [
      title,
      options.find(({value}) => value === filters[name])?.text ?? filters[name],
    ])
  return facts.length > 0 ? factList(facts) : ''
}

/** Where projects are chosen without a form. */
function choosing({language, words: w}: PageContext): Markup {
  return html`<a href="${pathOf({section: 'totals'}, language)}">${w.noFilters}</a>`
}

function fieldsOf(choices: Choices, w: Words): Field[] {
  const named = (items: {slug: string; name?: string | null; title?: string | null}[]): Choice[] =>
    items.map(({slug, name, title}) => ({value: slug, text: name ?? title ?? slug}))
  return [
    ['year', w.year, yearsOf(choices).map((year) => ({value: year, text: year}))],
    ['place', w.place, named(choices.places)],
    ['theme', w.theme, named(choices.themes)],
    [
      'goal',
      w.goal,
      choices.goals.map(({slug, number, title}) => ({value: slug, text: `${number} – ${title}`})),
    ],
    ['organisation', w.filterOrganisation, named(choices.organisations)],
    ['channel', w.channel, choices.channels.map((value) => ({value, text: channelText(value, w)}))],
    ['status', w.status, projectStatuses.map((value) => ({value, text: statusText(value, w)}))],
  ]
}

function selectField(
  name: string,
  title: string,
  options: Choice[],
  chosen: string | undefined,
  all: string,
): Markup {
  return html`<div class="field">
    <label for="filter-${name}">${title}</label>
    <select id="filter-${name}" name="${name}">
      <option value="">${all}</option>
      ${options.map(
        ({value, text}) =>
          html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
      )}
    </select>
  </div>`
}

/** Every year from the first start to the last end or start, latest first. */
function yearsOf({starts, ends}: Choices): string[] {
  const years = [...starts, ...ends].flatMap((date) => (date ? [Number(date.slice(0, 4))] : []))
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({length: last - first + 1}, (_, index) => String(last - index))
}
