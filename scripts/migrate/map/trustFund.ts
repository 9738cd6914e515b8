import type {Block, Candidate, Page} from '../model.ts'
import {MONTH_PATTERN, readDate} from '../parse/date.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import {inBothLanguages, localised, partialDate} from './shapes.ts'

/** The one fund has one id, which the Studio's structure knows too. */
export const TRUST_FUND_KEY = 'singleton'

const FUND_WORDS = /trust\s?f(?:o|u)nds?/i
const ESTABLISHED = new RegExp(
  String.raw`\b(?<month>(?:${MONTH_PATTERN})\s+(?:19|20)\d{2})\b.*\b(?:richtte|founded|opgericht|established)\b` +
    String.raw`|\b(?:sinds|since|in)\s+(?<since>(?:${MONTH_PATTERN})\s+(?:19|20)\d{2})\b.*\b(?:bijdrage|contribution)`,
  'i',
)

export function mentionsTrustFund(text: string): boolean {
  return FUND_WORDS.test(text)
}

/** Whether a paragraph tells how the fund began. */
export function tellsFounding({text}: Block): boolean {
  return mentionsTrustFund(text) && ESTABLISHED.test(text)
}

/**
 * The fund as a page tells of it.
 *
 * @param told the paragraphs about the fund itself; none when the page only names it
 */
export function trustFundCandidate(
  page: Pick<Page, 'source' | 'sha256' | 'titleLocator' | 'language'>,
  told: readonly Block[],
): Candidate {
  const first = told[0]
  const founding = told.find(tellsFounding)
  const words = founding && ESTABLISHED.exec(founding.text)?.groups
  const established = readDate(words?.['month'] ?? words?.['since'] ?? '')
  const {language} = page
  return {
    type: 'trustFund',
    keys: [TRUST_FUND_KEY],
    fields: {
      ...(language && first
        ? {description: localised('Text', language, told.map((block) => block.text).join('\n\n'))}
        : {}),
      ...(established ? {establishedOn: partialDate(established)} : {}),
    },
    origins: {
      ...(language ? {[inLanguage('description', language)]: placeOfBlocks(page.source, told)} : {}),
      establishedOn: placeOfBlocks(page.source, founding ? [founding] : []),
    },
    defaults: {
      title: inBothLanguages({
        nl: 'Vlaams Trustfonds bij de Internationale Arbeidsorganisatie',
        en: 'Flanders–ILO Trust Fund',
      }),
      slug: {_type: 'slug', current: 'flanders-ilo-trust-fund'},
      currency: 'EUR',
    },
    supporting: first === undefined,
    rank: 5,
    urls: [],
    source: {...page.source, locator: first?.locator ?? page.titleLocator},
    sha256: page.sha256,
    warnings: [],
  }
}
