import type {Answer, QuestionParams} from '../../queries/index.ts'
import {timeline} from '../charts/timeline.ts'
import {placeChart} from '../charts/placeChart.ts'
import type {PageContext} from '../page/context.ts'
import {html, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {documentLink, projectCards} from '../page/parts.ts'
import {pager} from '../page/pager.ts'
import {filterForm} from './projectFilterForm.ts'
import {filtersOf, projectsPath, searchOf, views, type View} from '../projectSearch.ts'

const PAGE_SIZE = 20

/** Projects with filters, as a list, a time line or a map. */
export const projectsPage: MakePage = async (context) => {
  const {language, words: w, url} = context
  const {filters, view, page} = filtersOf(url.searchParams)
  const slice = view === 'list' ? {from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE} : {}
  const params: QuestionParams<'projects'> = {language, ...filters, ...slice}
  const [answer, choices] = await Promise.all([
    context.ask('projects', params),
    context.ask('projectFilters', {language}),
  ])
  return {
    title: w.project,
    description: w.siteDescription,
    address: {section: 'project'},
    search: searchOf({...filters, view, page}),
    noIndex: url.search !== '',
    main: html`${filterForm(filters, view, choices, context)}
      <p class="count" role="status">${answer.total > 0 ? w.found(answer.total) : w.noneFound}</p>
      ${viewTabs(view, filters, context)} ${await viewOf(view, answer, context)}
      ${
        view === 'list' &&
        pager(
          {page, pages: Math.ceil(answer.total / PAGE_SIZE)},
          (other) => projectsPath({...filters, view, page: other}, language),
          context,
        )
      }
      <p class="more"><a href="/data/projects.csv">${w.downloadCsv}</a></p>`,
  }
}

function viewTabs(current: View, filters: object, {language, words: w}: PageContext): Markup {
  const titles: Record<View, string> = {list: w.viewList, timeline: w.viewTimeline, map: w.viewMap}
  return html`<nav class="tabs" aria-label="${w.views}">
    ${views.map(
      (view) =>
        html`<a
          href="${projectsPath({...filters, view}, language)}"
          ${view === current && html`aria-current="page"`}
          >${titles[view]}</a
        >`,
    )}
  </nav>`
}

async function viewOf(view: View, answer: Answer<'projects'>, context: PageContext): Promise<Markup> {
  const {words: w} = context
  switch (view) {
    case 'list':
      return projectCards(answer.items, context, 2)
    case 'timeline':
      return timeline(
        w.timelineCaption,
        [w.project, w.period, w.viewTimeline],
        answer.items.map((project) => ({
          label: documentLink(project, context),
          start: project.start,
          end: project.end,
        })),
      )
    case 'map':
      return placeChart(placesOf(answer.items), context)
  }
}

type PlaceTotal = Answer<'totals'>['byPlace'][number]

/** The places of the projects shown, with what goes to each, as the totals count it. */
function placesOf(projects: Answer<'projects'>['items']): PlaceTotal[] {
  const totals = new Map<string, PlaceTotal>()
  for (const {amount, places} of projects) {
    for (const [id, shares] of Object.entries(Object.groupBy(places ?? [], (it) => (it.country ?? it)._id))) {
      const [first] = shares ?? []
      if (!first) continue
      const {_id, _type, name, slug, kind, isoCode} = first.country ?? first
      const known = totals.get(id) ?? {_id, _type, name, slug, kind, isoCode, projects: 0, amount: 0}
      const percentages = (shares ?? []).flatMap(({percentage}) => percentage ?? [])
      const percentage = percentages.length > 0 ? percentages.reduce((sum, part) => sum + part) : 100
      const euros = amount?.currency === 'EUR' ? (amount.amount * percentage) / 100 : 0
      totals.set(id, {...known, projects: known.projects + 1, amount: known.amount + euros})
    }
  }
  return [...totals.values()].toSorted((a, b) => b.amount - a.amount)
}
