import type {Block, Candidate, Page, Warning} from '../model.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import type {PageLanguage} from '../parse/language.ts'
import {findYears, type PeriodReading} from '../parse/period.ts'
import {slugOf} from '../parse/slug.ts'
import {isFurniture, projectCandidates} from './project.ts'
import type {Sections} from './sections.ts'
import {localised, partialDate, referenceTo, sourcesOf} from './shapes.ts'
import {mentionsTrustFund, tellsFounding, TRUST_FUND_KEY, trustFundCandidate} from './trustFund.ts'
import {addressesOf, pageKey} from './pageKey.ts'

/** The natural key of a round: the years it is for. */
export function roundKey({start, end}: PeriodReading): string {
  return `period:${start.value.slice(0, 4)}/${end.value.slice(0, 4)}`
}

/** The years of a round page: in its title or in a heading, where it speaks of the fund. */
export function yearsOfRoundPage(page: Page, {headings}: Sections): PeriodReading | undefined {
  if (!mentionsTrustFund(page.title)) return undefined
  return [page.title, ...headings.map((heading) => heading.text)].map(findYears).find(Boolean)
}

/**
 * A round page: the round, the fund as it is introduced, and every project under the heading. A page about
 * more than two years is about several contributions, so it makes no round; its projects look for theirs.
 */
export function mapRoundPage(
  page: Page,
  language: PageLanguage,
  sections: Sections,
  years: PeriodReading,
): Candidate[] {
  const told = sections.before.filter((block) => !isFurniture(block))
  const several = spansSeveralRounds(years)
  const projects = sections.projects.flatMap((section, index) =>
    projectCandidates(section, {
      page,
      language,
      key: `${pageKey(page)}#project-${index + 1}`,
      ...(page.url ? {url: page.url} : {}),
      fund: several ? {} : {roundKey: roundKey(years)},
      rank: 2,
    }),
  )
  return [
    ...(several
      ? []
      : [
          roundCandidate(
            page,
            language,
            years,
            told.filter((block) => !tellsFounding(block)),
          ),
        ]),
    trustFundCandidate(page, told.filter(tellsFounding)),
    ...(several
      ? projects.map((project, index) => (index === 0 ? doubtingRound(project, page, years) : project))
      : projects),
  ]
}

function doubtingRound(project: Candidate, page: Page, {start, end}: PeriodReading): Candidate {
  const warning: Warning = {
    code: 'round-longer-than-usual',
    message: `The page is about ${start.value}–${end.value}, and a contribution is for two years: it makes no round. Choose where its address leads.`,
    source: {...page.source, locator: page.titleLocator},
  }
  return {...project, warnings: [warning, ...project.warnings]}
}

function roundCandidate(page: Page, language: PageLanguage, years: PeriodReading, told: Block[]): Candidate {
  return {
    type: 'trustFundRound',
    keys: [roundKey(years), ...(page.url ? [`url:${page.url}`] : [])],
    fields: {
      title: localised('String', language, page.title),
      ...(told.length > 0 ? {summary: localised('Text', language, paragraphs(told))} : {}),
      period: {_type: 'period', start: partialDate(years.start), end: partialDate(years.end)},
      fund: referenceTo('trustFund', TRUST_FUND_KEY),
      ...sourcesOf(page),
    },
    origins: {[inLanguage('summary', language)]: placeOfBlocks(page.source, told)},
    defaults: {slug: {_type: 'slug', current: slugOf(page.title)}},
    supporting: false,
    rank: 1,
    urls: addressesOf(page),
    source: {...page.source, locator: page.titleLocator},
    sha256: page.sha256,
    warnings: [],
  }
}

function paragraphs(blocks: Block[]): string {
  return blocks.map((block) => block.text).join('\n\n')
}

/** A contribution is for two calendar years. */
function spansSeveralRounds({start, end}: PeriodReading): boolean {
  return Number(end.value.slice(0, 4)) - Number(start.value.slice(0, 4)) > 1
}
