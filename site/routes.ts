import type {Section} from './addresses.ts'
import type {MakePage} from './page/page.ts'
import {accessibilityPage} from './pages/accessibility.ts'
import {agreementPage} from './pages/agreement.ts'
import {agreementsPage} from './pages/agreements.ts'
import {annexPage} from './pages/annex.ts'
import {conventionsPage} from './pages/conventions.ts'
import {newsPage} from './pages/news.ts'
import {newsItemPage} from './pages/newsItem.ts'
import {openDataPage} from './pages/openData.ts'
import {organisationPage} from './pages/organisation.ts'
import {organisationsPage} from './pages/organisations.ts'
import {projectPage} from './pages/project.ts'
import {projectsPage} from './pages/projects.ts'
import {roundPage} from './pages/round.ts'
import {roundsPage} from './pages/rounds.ts'
import {searchPage} from './pages/search.ts'
import {textPage} from './pages/textPage.ts'
import {totalsPage} from './pages/totals.ts'

/** What each section has: a page of its own, pages of its documents, or both. */
export const routes: Record<Section, {list?: MakePage; document?: MakePage}> = {
  agreement: {list: agreementsPage, document: agreementPage},
  annex: {document: annexPage},
  trustFundRound: {list: roundsPage, document: roundPage},
  project: {list: projectsPage, document: projectPage},
  totals: {list: totalsPage},
  organisation: {list: organisationsPage, document: organisationPage},
  newsItem: {list: newsPage, document: newsItemPage},
  page: {document: textPage},
  conventions: {list: conventionsPage},
  search: {list: searchPage},
  openData: {list: openDataPage},
  accessibility: {list: accessibilityPage},
}
