import {mapPage} from '../map/mapPage.ts'
import type {Page, Reading} from '../model.ts'
import {accountOf} from './account.ts'

/** A page, understood: its candidates, its links and the account of its text. */
export function pageReading(page: Page): Reading {
  const mapped = mapPage(page)
  return {
    file: page.source.file,
    ...(page.url ? {url: page.url} : {}),
    candidates: mapped.candidates,
    rejected: mapped.rejection ? [mapped.rejection] : [],
    links: page.links.map(({href, locator}) => ({href, source: {...page.source, locator}})),
    account: accountOf(page, mapped),
  }
}
