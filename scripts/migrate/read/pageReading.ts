import {mapPage} from '../map/mapPage.ts'
import type {Page, PageLink, Reading} from '../model.ts'
import {accountOf} from './account.ts'

/** A page, understood: its candidates, its links and the account of its text. */
export function pageReading(page: Page): Reading {
  const mapped = mapPage(page)
  return {
    file: page.source.file,
    ...(page.url ? {url: page.url} : {}),
    candidates: mapped.candidates,
    rejected: mapped.rejection ? [mapped.rejection] : [],
    links: linksOf(page).map(({href, locator}) => ({href, source: {...page.source, locator}})),
    account: accountOf(page, mapped),
  }
}

/** Every link of a page, in the order of its text. */
function linksOf({blocks, links}: Page): PageLink[] {
  return [...blocks.flatMap((block) => block.links ?? []), ...links]
}
