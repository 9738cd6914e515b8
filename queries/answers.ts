import type {
  ActivitiesQueryResult,
  AgreementQueryResult,
  AgreementsQueryResult,
  AnnexQueryResult,
  ConventionsQueryResult,
  FundQueryResult,
  NewsQueryResult,
  NewsItemQueryResult,
  OldAddressesQueryResult,
  OpenDataQueryResult,
  OrganisationQueryResult,
  OrganisationsQueryResult,
  PageQueryResult,
  ProjectQueryResult,
  ProjectFiltersQueryResult,
  ProjectsQueryResult,
  RedirectQueryResult,
  RoundQueryResult,
  RoundsQueryResult,
  SearchQueryResult,
  SettingsQueryResult,
  SiteMapQueryResult,
  TotalsQueryResult,
} from '../schemas/generated/types.ts'
import type {QueryName} from './questions.ts'

/** What each question answers, as TypeGen reads it from the schema. */
export interface Answers extends Record<QueryName, unknown> {
  activities: ActivitiesQueryResult
  agreement: AgreementQueryResult
  agreements: AgreementsQueryResult
  annex: AnnexQueryResult
  conventions: ConventionsQueryResult
  fund: FundQueryResult
  news: NewsQueryResult
  newsItem: NewsItemQueryResult
  oldAddresses: OldAddressesQueryResult
  openData: OpenDataQueryResult
  organisation: OrganisationQueryResult
  organisations: OrganisationsQueryResult
  page: PageQueryResult
  project: ProjectQueryResult
  projectFilters: ProjectFiltersQueryResult
  projects: ProjectsQueryResult
  redirect: RedirectQueryResult
  round: RoundQueryResult
  rounds: RoundsQueryResult
  search: SearchQueryResult
  settings: SettingsQueryResult
  siteMap: SiteMapQueryResult
  totals: TotalsQueryResult
}
