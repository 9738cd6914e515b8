import type {Block, Candidate, Page} from '../model.ts'
import type {PageLanguage} from '../parse/language.ts'
import {findYears, type PeriodReading} from '../parse/period.ts'
import {slugOf} from '../parse/slug.ts'
import {isFurniture, projectCandidates} from './project.ts'
import type {Sections} from './sections.ts'
import {item, localised, partialDate, referenceTo} from './shapes.ts'
import {mentionsTrustFund, tellsFounding, TRUST_FUND_KEY, trustFundCandidate} from './trustFund.ts'

/** The natural key of a round: the years it is for. */
export function roundKey({start, end}: PeriodReading): string {
  return `period:${start.value.slice(0, 4)}/${end.value.slice(0, 4)}`
}

/** The years of a round page: in its title or in a heading, where it speaks of the fund. */
export function yearsOfRoundPage(page: Page, {headings}: Sections): PeriodReading | undefined {
  if (!mentionsTrustFund(page.title)) return undefined
  return [page.title, ...headings.map((heading) => heading.text)].map(findYears).find(Boolean)
}

/** A round page: the round, the fund as it is introduced, and every project under the heading. */
export function mapRoundPage(
  page: Page,
  language: PageLanguage,
  sections: Sections,
  years: PeriodReading,
): Candidate[] {
  const key = roundKey(years)
  const told = sections.before.filter((block) => !isFurniture(block))
  const aboutFund = told.filter(tellsFounding)
  const aboutRound = told.filter((block) => !tellsFounding(block))
  const source = {...page.source, locator: page.titleLocator}
  const round: Candidate = {
    type: 'trustFundRound',
    keys: [key, ...(page.url ? [`url:${page.url}`] : [])],
    fields: {
      title: localised('String', language, page.title),
      ...(aboutRound.length > 0 ? {summary: localised('Text', language, paragraphs(aboutRound))} : {}),
      period: {_type: 'period', start: partialDate(years.start), end: partialDate(years.end)},
      fund: referenceTo('trustFund', TRUST_FUND_KEY),
      ...(page.url ? {sources: [item('sources', {_type: 'source', url: page.url, title: page.title})]} : {}),
    },
    defaults: {slug: {_type: 'slug', current: slugOf(page.title)}},
    supporting: false,
    rank: 1,
    urls: page.url ? [page.url] : [],
    source,
    sha256: page.sha256,
    warnings: tooLong(years)
      ? [
          {
            code: 'round-longer-than-usual',
            message: `The page is about ${years.start.value}–${years.end.value}; a contribution is for two years, so this may be two rounds.`,
            source,
          },
        ]
      : [],
  }
  const projects = sections.projects.flatMap((section, index) =>
    projectCandidates(section, {
      page,
      language,
      key: `${page.url ?? page.sha256}#project-${index + 1}`,
      ...(page.url ? {url: page.url} : {}),
      fund: {roundKey: key},
      rank: 2,
    }),
  )
  return [round, trustFundCandidate(page, aboutFund), ...projects]
}

function paragraphs(blocks: Block[]): string {
  return blocks.map((block) => block.text).join('\n\n')
}

function tooLong({start, end}: PeriodReading): boolean {
  return Number(end.value.slice(0, 4)) - Number(start.value.slice(0, 4)) > 1
}
