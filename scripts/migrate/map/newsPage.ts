import type {Block, Candidate, Page, Warning} from '../model.ts'
import {MONTH_PATTERN, readDate, type DateReading} from '../parse/date.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import type {PageLanguage} from '../parse/language.ts'
import {readMoney} from '../parse/money.ts'
import {findYears} from '../parse/period.ts'
import {portableText} from './portableText.ts'
import {publicationOf, publicationWarnings} from './publicationDate.ts'
import {roundKey} from './roundPage.ts'
import {item, localised, money, partialDate, referenceTo, sourcesOf} from './shapes.ts'
import {mentionsTrustFund, TRUST_FUND_KEY, trustFundCandidate} from './trustFund.ts'
import {slugOf} from '../parse/slug.ts'
import {addressesOf, pageKey} from './pageKey.ts'

const CONTRIBUTION = /\b(?:contribution|bijdrage)\b/i
const APPROVED = /\b(?:approved|keurde|goedgekeurd)\b/i
const DAY_AND_MONTH = new RegExp(
  String.raw`\b(?<day>\d{1,2})\s+(?<month>${MONTH_PATTERN})\b|\b(?<monthFirst>${MONTH_PATTERN})\s+(?<dayAfter>\d{1,2})\b`,
  'gi',
)

export function isNewsPage(page: Page): boolean {
  return publicationOf(page)?.block.kind === 'listItem' || /\/(?:news|nieuws)\//.test(page.url ?? '')
}

/** The paragraph in which a contribution to the fund is told, with its amount. */
function contributionParagraph(page: Page): Block | undefined {
  return page.blocks.find(
    ({text}) => CONTRIBUTION.test(text) && mentionsTrustFund(text) && readMoney(text).length === 1,
  )
}

/** A news item; when it tells a contribution to the fund, the round with its amount and decision too. */
export function mapNewsPage(page: Page, language: PageLanguage): Candidate[] {
  const round = contributionCandidates(page, language)
  const publication = publicationOf(page)
  const published = publication?.date.precision === 'day' ? publication : undefined
  const body = page.blocks.filter((block) => block !== published?.block)
  const publishedOn = published?.date.value ?? page.published?.day
  const beside = page.published ? [page.published] : []
  const key = round[0]?.keys[0]
  return [
    {
      type: 'newsItem',
      keys: [`url:${pageKey(page)}`],
      fields: {
        title: localised('String', language, page.title),
        body: localised('BlockContent', language, portableText(body, page.url, `body.${language}`)),
        ...(publishedOn ? {publishedOn} : {}),
        ...(key ? {about: [item('about', referenceTo('trustFundRound', key))]} : {}),
        ...sourcesOf(page),
      },
      origins: {
        [inLanguage('body', language)]: placeOfBlocks(page.source, body),
        ...(round[0] ? {about: [round[0].source]} : {}),
        publishedOn: placeOfBlocks(page.source, published ? [published.block] : beside),
      },
      defaults: {slug: {_type: 'slug', current: slugOf(page.title)}},
      supporting: false,
      rank: 3,
      urls: addressesOf(page),
      source: {...page.source, locator: page.titleLocator},
      sha256: page.sha256,
      warnings: published ? publicationWarnings(published, page) : [],
    },
    ...round,
  ]
}

/** The round that news of a contribution tells of. */
function contributionCandidates(page: Page, language: PageLanguage): Candidate[] {
  const paragraph = contributionParagraph(page)
  const years = findYears(paragraph?.text ?? '') ?? findYears(page.title)
  const [amount] = readMoney(paragraph?.text ?? '')
  if (!paragraph || !years || !amount) return []
  const source = {...page.source, locator: paragraph.locator}
  const decided = decisionDate(paragraph, publicationOf(page)?.date)
  const title = {nl: 'Ronde', en: 'Round'}[language]
  const warnings: Warning[] = decided
    ? []
    : [
        {
          code: 'decision-date-unknown',
          message: 'The news does not say on which day the contribution was decided.',
          source,
        },
      ]
  return [
    {
      type: 'trustFundRound',
      keys: [roundKey(years)],
      fields: {
        contribution: money(amount),
        ...(decided ? {decidedOn: partialDate(decided)} : {}),
        period: {_type: 'period', start: partialDate(years.start), end: partialDate(years.end)},
        fund: referenceTo('trustFund', TRUST_FUND_KEY),
        ...sourcesOf(page),
      },
      defaults: {
        title: localised('String', language, `${title} ${years.start.value}-${years.end.value}`),
        slug: {_type: 'slug', current: slugOf(`round ${years.start.value} ${years.end.value}`)},
      },
      supporting: false,
      rank: 3,
      urls: [],
      source,
      sha256: page.sha256,
      warnings,
    },
    trustFundCandidate(page, []),
  ]
}

/** The day named in the sentence that says "approved", in the year of the publication when none is written. */
function decisionDate({text}: Block, published: DateReading | undefined): DateReading | undefined {
  const sentence = text.split(/(?<=\.)\s+/).find((one) => APPROVED.test(one)) ?? ''
  for (const {groups} of sentence.matchAll(DAY_AND_MONTH)) {
    const day = groups?.['day'] ?? groups?.['dayAfter'] ?? ''
    const month = groups?.['month'] ?? groups?.['monthFirst'] ?? ''
    const year =
      new RegExp(String.raw`${month}\s+(?<year>\d{4})`).exec(sentence)?.groups?.['year'] ??
      published?.value.slice(0, 4)
    const date = year && readDate(`${day} ${month} ${year}`)
    if (date) return date
  }
  return undefined
}
