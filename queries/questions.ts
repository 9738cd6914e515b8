import {activitiesParams, activitiesQuery} from './activities.ts'
import {agreementParams, agreementQuery} from './agreement.ts'
import {agreementsParams, agreementsQuery} from './agreements.ts'
import {annexParams, annexQuery} from './annex.ts'
import {conventionsParams, conventionsQuery} from './conventions.ts'
import {fundParams, fundQuery} from './fund.ts'
import {newsParams, newsQuery} from './news.ts'
import {newsItemParams, newsItemQuery} from './newsItem.ts'
import {oldAddressesParams, oldAddressesQuery} from './oldAddresses.ts'
import {openDataParams, openDataQuery} from './openData.ts'
import {organisationParams, organisationQuery} from './organisation.ts'
import {organisationsParams, organisationsQuery} from './organisations.ts'
import {pageParams, pageQuery} from './page.ts'
import {projectParams, projectQuery} from './project.ts'
import {projectFiltersParams, projectFiltersQuery} from './projectFilters.ts'
import {projectsParams, projectsQuery} from './projects.ts'
import {redirectParams, redirectQuery} from './redirect.ts'
import {roundParams, roundQuery} from './round.ts'
import {roundsParams, roundsQuery} from './rounds.ts'
import {searchParams, searchQuery} from './search.ts'
import {settingsParams, settingsQuery} from './settings.ts'
import {siteMapParams, siteMapQuery} from './siteMap.ts'
import {totalsParams, totalsQuery} from './totals.ts'

/** Every question of the library by name: its GROQ, and the schema that checks its parameters. */
export const questions = {
  activities: {query: activitiesQuery, params: activitiesParams},
  agreement: {query: agreementQuery, params: agreementParams},
  agreements: {query: agreementsQuery, params: agreementsParams},
  annex: {query: annexQuery, params: annexParams},
  conventions: {query: conventionsQuery, params: conventionsParams},
  fund: {query: fundQuery, params: fundParams},
  news: {query: newsQuery, params: newsParams},
  newsItem: {query: newsItemQuery, params: newsItemParams},
  oldAddresses: {query: oldAddressesQuery, params: oldAddressesParams},
  openData: {query: openDataQuery, params: openDataParams},
  organisation: {query: organisationQuery, params: organisationParams},
  organisations: {query: organisationsQuery, params: organisationsParams},
  page: {query: pageQuery, params: pageParams},
  project: {query: projectQuery, params: projectParams},
  projectFilters: {query: projectFiltersQuery, params: projectFiltersParams},
  projects: {query: projectsQuery, params: projectsParams},
  redirect: {query: redirectQuery, params: redirectParams},
  round: {query: roundQuery, params: roundParams},
  rounds: {query: roundsQuery, params: roundsParams},
  search: {query: searchQuery, params: searchParams},
  settings: {query: settingsQuery, params: settingsParams},
  siteMap: {query: siteMapQuery, params: siteMapParams},
  totals: {query: totalsQuery, params: totalsParams},
} as const

/** The name of a question. */
export type QueryName = keyof typeof questions

type QueriesByName = {readonly [Name in QueryName]: (typeof questions)[Name]['query']}

/** The GROQ of every question by name, as `npm run query` and Vision know it. */
export const queries = Object.fromEntries(
  Object.entries(questions).map(([name, {query}]) => [name, query]),
) as QueriesByName
