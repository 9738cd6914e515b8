import type {Block, Candidate, Page, Rejection} from '../model.ts'
import {isNewsPage, mapNewsPage} from './newsPage.ts'
import {fundSection, mapOrganisationPage} from './organisationPage.ts'
import {isKnownOrganisation} from './organisations.ts'
import {isFurniture, projectCandidates} from './project.ts'
import {mapRoundPage, yearsOfRoundPage} from './roundPage.ts'
import {sectionsOf, type ProjectSection} from './sections.ts'
import {titleInGrantTitle} from './title.ts'

export type PageKind = 'round' | 'grant' | 'news' | 'organisation'

/** What a page became: candidates and the blocks they were made from. */
export interface MappedPage {
  kind?: PageKind
  candidates: Candidate[]
  taken: Set<Block>
  rejection?: Rejection
}

/** Recognises what kind of page it is and makes candidates of it. */
export function mapPage(page: Page): MappedPage {
  const {language} = page
  const at = {file: page.source.file, locator: page.titleLocator}
  if (!language) {
    return rejected({
      ...at,
      code: 'language-unknown',
      reason: 'The page is neither Dutch nor English, or does not tell which.',
    })
  }
  if (page.title === '') return rejected({...at, code: 'title-missing', reason: 'The page has no title.'})

  const sections = sectionsOf(page)
  const labelled = sections.projects.flatMap(taken)
  const years = sections.projects.length > 0 ? yearsOfRoundPage(page, sections) : undefined
  if (years) {
    const before = sections.before.filter((block) => !isFurniture(block))
    return {
      kind: 'round',
      candidates: fromPage(mapRoundPage(page, language, sections, years), page),
      taken: new Set([...before, ...sections.headings, ...labelled]),
    }
  }
  const [section] = sections.projects
  if (section) {
    const pageTitle = titleInGrantTitle(page.title)
    const candidates = projectCandidates(section, {
      page,
      language,
      key: page.url ?? page.sha256,
      ...(page.url ? {url: page.url} : {}),
      pageTitle,
      rank: 1,
    })
    return {kind: 'grant', candidates: fromPage(candidates, page), taken: new Set(taken(section))}
  }
  if (isKnownOrganisation(page.title)) {
    const candidates = fromPage(mapOrganisationPage(page, language), page)
    return {kind: 'organisation', candidates, taken: new Set(fundSection(page))}
  }
  if (isNewsPage(page)) {
    const candidates = fromPage(mapNewsPage(page, language), page)
    if (candidates.length > 0) return {kind: 'news', candidates, taken: new Set()}
    return rejected({
      ...at,
      code: 'no-document-type',
      reason:
        'A news item that tells no contribution to the fund: the content model has no type for news yet.',
    })
  }
  return rejected({
    ...at,
    code: 'page-kind-unknown',
    reason:
      'Neither a round, a grant, an organisation nor a news page: no label lines such as "Bedrag:" and no known title.',
  })
}

function taken({labels, text}: ProjectSection): Block[] {
  return [...labels.map((line) => line.block), ...text.filter((block) => !isFurniture(block))]
}

function rejected(rejection: Rejection): MappedPage {
  return {candidates: [], taken: new Set(), rejection}
}

/** A copy as text says less than the marked-up page, so it goes after it. */
const LESS_AS_TEXT = 0.5

/** Ranks candidates by the page's format; what is doubtful about the page is told on the first of them. */
function fromPage(candidates: Candidate[], page: Page): Candidate[] {
  return candidates.map((candidate, index) => ({
    ...candidate,
    rank: candidate.rank + (page.format === 'html' ? 0 : LESS_AS_TEXT),
    warnings: index === 0 ? [...page.warnings, ...candidate.warnings] : candidate.warnings,
  }))
}
