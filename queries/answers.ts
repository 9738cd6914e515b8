import type {
  AgreementQueryResult,
  AgreementsQueryResult,
  AnnexQueryResult,
  FundQueryResult,
  OpenDataQueryResult,
  OrganisationQueryResult,
  ProjectQueryResult,
  ProjectFiltersQueryResult,
  ProjectsQueryResult,
  RoundQueryResult,
  RoundsQueryResult,
  SearchQueryResult,
  SiteMapQueryResult,
  TotalsQueryResult,
} from '../schemas/generated/types.ts'
import type {ConventionAnswer, NewsAnswer, NewsItemAnswer, RedirectAnswer} from './awaited.ts'
import type {QueryName} from './questions.ts'

/** What each question answers, as TypeGen reads it from the schema. */
export interface Answers extends Record<QueryName, unknown> {
  agreement: AgreementQueryResult
  agreements: AgreementsQueryResult
  annex: AnnexQueryResult
  conventions: ConventionAnswer[]
  fund: FundQueryResult
  news: NewsAnswer
  newsItem: NewsItemAnswer | null
  openData: OpenDataQueryResult
  organisation: OrganisationQueryResult
  project: ProjectQueryResult
  projectFilters: ProjectFiltersQueryResult
  projects: ProjectsQueryResult
  redirect: RedirectAnswer | null
  round: RoundQueryResult
  rounds: RoundsQueryResult
  search: SearchQueryResult
  siteMap: SiteMapQueryResult
  totals: TotalsQueryResult
}
