import {illustrated, picturesOf} from '../map/image.ts'
import {mapPage} from '../map/mapPage.ts'
import type {Page, PageLink, Picture, Reading, SourcePlace} from '../model.ts'
import {accountOf} from './account.ts'

/** A page, understood: its candidates, its links and the account of its text. */
export function pageReading(page: Page): Reading<Picture> {
  const mapped = mapPage(page)
  const candidates = illustrated(mapped, page)
  const pictures = candidates.length > 0 ? picturesOf(page) : []
  return {
    file: page.source.file,
    ...(page.url ? {url: page.url} : {}),
    candidates,
    rejected: mapped.rejection ? [mapped.rejection] : [],
    links: linksOf(page).map(({href, locator}) => ({href, source: {...page.source, locator}})),
    ...(pictures.length > 0 ? {pictures} : {}),
    account: accountOf(page, mapped),
  }
}

/** A picture by itself says nothing: it comes along with the page that shows it. */
export function pictureReading({file}: SourcePlace): Reading<never> {
  const account = {file, format: 'picture', counted: {}, left: []}
  return {file, candidates: [], rejected: [], links: [], account}
}

/** Every link of a page, in the order of its text. */
function linksOf({blocks, links}: Page): PageLink[] {
  return [...blocks.flatMap((block) => block.links ?? []), ...links]
}
