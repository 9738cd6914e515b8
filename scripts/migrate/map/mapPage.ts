import type {Block, Candidate, Page, Rejection} from '../model.ts'
import {isAgreement, mapAgreement} from './agreementPage.ts'
import {isNewsPage, mapNewsPage} from './newsPage.ts'
import {withNotesBehindText} from './notes.ts'
import {mapOrganisationPage} from './organisationPage.ts'
import {isKnownOrganisation} from './organisations.ts'
import {isFurniture, projectCandidates} from './project.ts'
import {mapRoundPage, yearsOfRoundPage} from './roundPage.ts'
import {sectionsOf, type ProjectSection} from './sections.ts'
import {textPageCandidate} from './textPage.ts'
import {titleInGrantTitle} from './title.ts'
import {pageKey} from './pageKey.ts'

export type PageKind = 'agreement' | 'round' | 'grant' | 'news' | 'organisation' | 'text'

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
  if (page.refusal) return rejected({...at, ...page.refusal})
  if (page.title === '') return rejected({...at, code: 'title-missing', reason: 'The page has no title.'})

  const cut = {...page, blocks: withNotesBehindText(page.blocks)}
  if (isAgreement(page)) {
    const {candidates, taken: used} = mapAgreement(cut, language)
    return {kind: 'agreement', candidates: fromPage(candidates, page), taken: used}
  }
  const sections = sectionsOf(cut)
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
  const [labels] = sections.projects
  if (labels) {
    // What stands above the labels introduces the project.
    const above = new Set([...sections.headings, ...sections.before])
    const section = {
      ...labels,
      text: [...cut.blocks.filter((block) => above.has(block)), ...labels.text],
    }
    const pageTitle = titleInGrantTitle(page.title)
    const candidates = projectCandidates(section, {
      page,
      language,
      key: pageKey(page),
      ...(page.url ? {url: page.url} : {}),
      pageTitle,
      rank: 1,
    })
    return {kind: 'grant', candidates: fromPage(candidates, page), taken: new Set(taken(section))}
  }
  if (isKnownOrganisation(page.title)) {
    const candidates = fromPage(mapOrganisationPage(page, language), page)
    return {kind: 'organisation', candidates, taken: new Set(page.blocks)}
  }
  if (isNewsPage(page)) {
    return {
      kind: 'news',
      candidates: fromPage(mapNewsPage(page, language), page),
      taken: new Set(page.blocks),
    }
  }
  if ((page.url ?? page.node) && charactersOf(page) >= LEAST_TEXT) {
    const warning = {
      code: 'page-kind-unknown',
      message: 'Neither a round, a grant, an organisation nor news: taken as a page of running text.',
      source: {...page.source, locator: page.titleLocator},
    }
    const text = textPageCandidate(page, language)
    return {
      kind: 'text',
      candidates: fromPage([{...text, warnings: [warning]}], page),
      taken: new Set(page.blocks),
    }
  }
  return rejected({
    ...at,
    code: 'page-kind-unknown',
    reason:
      'Neither a round, a grant, an organisation nor a news page, and without an address or too short to be a page of text.',
  })
}

/** Shorter pages are forms, lists of links and the like. */
const LEAST_TEXT = 200

function charactersOf({blocks}: Page): number {
  return blocks.reduce((total, block) => total + block.text.length, 0)
}

function taken({labels, text}: ProjectSection): Block[] {
  const lines = labels.flatMap(({block, valueBlock}) => [block, ...(valueBlock ? [valueBlock] : [])])
  return [...lines, ...text.filter((block) => !isFurniture(block))]
}

function rejected(rejection: Rejection): MappedPage {
  return {candidates: [], taken: new Set(), rejection}
}

/** The formats that keep the page's own markup. */
const MARKED_UP: ReadonlySet<Page['format']> = new Set(['html', 'drupal'])

/** A copy as text says less than the marked-up page, so it goes after it. */
const LESS_AS_TEXT = 0.5

/** Ranks candidates by the page's format; what is doubtful about the page is told on the first of them. */
function fromPage(candidates: Candidate[], page: Page): Candidate[] {
  return candidates.map((candidate, index) => ({
    ...candidate,
    ...(page.alternates ? {alternates: page.alternates} : {}),
    rank: candidate.rank + (MARKED_UP.has(page.format) ? 0 : LESS_AS_TEXT),
    warnings: index === 0 ? [...page.warnings, ...candidate.warnings] : candidate.warnings,
  }))
}
