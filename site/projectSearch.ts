import {channels, projectStatuses, type Language} from '../queries/index.ts'
import {pathOf} from './addresses.ts'

/** The ways to look at the projects. */
export const views = ['list', 'timeline', 'map'] as const
export type View = (typeof views)[number]

/** The filters that an address may carry; what does not fit is left out. */
export interface Filters {
  text?: string
  year?: string
  place?: string
  theme?: string
  goal?: string
  organisation?: string
  channel?: (typeof channels)[number]
  status?: (typeof projectStatuses)[number]
}

const LONGEST = 200

/** Reads filters, view and page from the search part of an address. */
export function filtersOf(search: URLSearchParams): {filters: Filters; view: View; page: number} {
  const words = (name: string) => search.get(name)?.trim().slice(0, LONGEST) || undefined
  const filters: Filters = {
    text: words('q'),
    year: /^\d{4}$/.exec(search.get('year') ?? '')?.[0],
    place: words('place'),
    theme: words('theme'),
    goal: words('goal'),
    organisation: words('organisation'),
    channel: oneOf(channels, search.get('channel')),
    status: oneOf(projectStatuses, search.get('status')),
  }
  return {
    filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    view: oneOf(views, search.get('view')) ?? 'list',
    page: pageOf(search),
  }
}

/** The page of a list that an address asks for: 1 unless it is a number from 1 to 9999. */
export function pageOf(search: URLSearchParams): number {
  const page = Number(search.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1
}

/** The search part of an address for filters, view and page; defaults are left out. */
export function searchOf({text, view, page, ...filters}: Filters & {view?: View; page?: number}): string {
  const search = new URLSearchParams()
  if (text) search.set('q', text)
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value)
  if (view && view !== 'list') search.set('view', view)
  if (page && page > 1) search.set('page', String(page))
  return search.size > 0 ? `?${search}` : ''
}

/** The path of the list of projects with such a search. */
export const projectsPath = (search: Parameters<typeof searchOf>[0], language: Language): string =>
  pathOf({section: 'project'}, language) + searchOf(search)

function oneOf<Value extends string>(list: readonly Value[], text: string | null): Value | undefined {
  return list.find((value) => value === text)
}
