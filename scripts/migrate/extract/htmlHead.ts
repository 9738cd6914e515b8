import type {Page} from '../model.ts'
import {canonicalUrl, safeLink} from '../parse/webAddress.ts'
import {attribute, find, hasClass, lineOf, normalise, textOf, type Element} from './htmlTree.ts'

/** The address that a page gives for itself. */
export function addressOf(all: Element[]): string | undefined {
  const canonical = all.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  )
  const openGraph = all.find(
    (element) => element.tagName === 'meta' && attribute(element, 'property') === 'og:url',
  )
  return attribute(canonical, 'href') ?? attribute(openGraph, 'content')
}

/** The short addresses under which the old website served the page too, such as `/node/412`. */
export function shortUrlsOf(all: Element[], url: string | undefined): string[] {
  return all
    .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'shortlink')
    .flatMap((element) => {
      const short = canonicalUrl(safeLink(attribute(element, 'href') ?? '', url) ?? '')
      return short && short !== url ? [short] : []
    })
}

/** Where the page says that it stands in another language: in its head, or in its switch of languages. */
export function alternatesOf(all: Element[], url: string | undefined): string[] {
  return all
    .filter(
      (element) =>
        (element.tagName === 'link' && attribute(element, 'rel') === 'alternate') || element.tagName === 'a',
    )
    .filter((element) => attribute(element, 'hreflang') !== undefined || hasClass(element, 'language-link'))
    .flatMap((element) => {
      const other = canonicalUrl(safeLink(attribute(element, 'href') ?? '', url) ?? '')
      return other && other !== url ? [other] : []
    })
}

/** The names under which a page says in its head when it was published: Open Graph, Dublin Core, schema.org. */
const PUBLISHED =
  /^(?:article:published_time|dc(?:terms)?\.(?:date|issued|date\.issued)|datePublished|pubdate)$/i

/** The day on which the page says in its head that it was published. */
export function publishedIn(all: Element[]): Page['published'] {
  return all
    .filter(
      (element) =>
        element.tagName === 'meta' &&
        ['property', 'name', 'itemprop'].some((name) => PUBLISHED.test(attribute(element, name) ?? '')),
    )
    .map((element) => publishedOn(attribute(element, 'content'), lineOf(element)))
    .find((published) => published !== undefined)
}

/** A day as machines write it, whatever time follows it. */
export function publishedOn(date: string | undefined, locator: string): Page['published'] {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(date?.trim() ?? '')?.[0]
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : {day, locator}
}

/** What the page is titled on the page itself, else in its head. */
export function titleOf(all: Element[]): {text: string; locator: string} {
  const heading = all.find((element) => attribute(element, 'id') === 'page-title') ?? find(all, 'h1')
  const words = heading ? normalise(textOf(heading)) : ''
  if (heading && words !== '') return {text: words, locator: lineOf(heading)}
  const title = find(all, 'title')
  return {
    text: title ? normalise(textOf(title)).replace(/\s+\|[^|]*$/, '') : '',
    locator: title ? lineOf(title) : 'line 1',
  }
}
