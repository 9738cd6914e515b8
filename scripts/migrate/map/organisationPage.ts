import type {Block, Candidate, Page} from '../model.ts'
import type {PageLanguage} from '../parse/language.ts'
import {organisationCandidate} from './organisations.ts'
import {localised, sourcesOf} from './shapes.ts'
import {textPageCandidate} from './textPage.ts'
import {mentionsTrustFund, trustFundCandidate} from './trustFund.ts'

/**
 * The page of an organisation: its name, what is told under the heading of the fund, and the whole text as a
 * page, which the old address leads to.
 */
export function mapOrganisationPage(page: Page, language: PageLanguage): Candidate[] {
  const source = {...page.source, locator: page.titleLocator}
  const organisation = organisationCandidate(page.title, language, source, page.sha256)
  const named: Candidate = {
    ...organisation,
    fields: {
      ...organisation.fields,
      ...(organisation.fields['name'] ? {} : {name: localised('String', language, page.title)}),
      ...sourcesOf(page),
    },
    supporting: false,
    rank: 1,
  }
  const told = fundSection(page)
  const text = textPageCandidate(page, language, `about:${organisation.keys[0]}`)
  return [named, text, ...(told.length > 0 ? [trustFundCandidate(page, told)] : [])]
}

/** The paragraphs under a heading that names the fund, up to the next heading. */
function fundSection(page: Page): Block[] {
  const start = page.blocks.findIndex((block) => block.kind === 'heading' && mentionsTrustFund(block.text))
  if (start === -1) return []
  const rest = page.blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.kind === 'heading')
  return end === -1 ? rest : rest.slice(0, end)
}
