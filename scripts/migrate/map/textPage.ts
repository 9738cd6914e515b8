import type {Candidate, Page} from '../model.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import type {PageLanguage} from '../parse/language.ts'
import {slugOf} from '../parse/slug.ts'
import {portableText} from './portableText.ts'
import {localised, sourcesOf} from './shapes.ts'
import {addressesOf, pageKey} from './pageKey.ts'

/**
 * A page of running text.
 *
 * @param key natural key, when the page is about something that has pages in both languages
 */
export function textPageCandidate(page: Page, language: PageLanguage, key?: string): Candidate {
  const own = `url:${pageKey(page)}`
  return {
    type: 'page',
    keys: key ? [key, own] : [own],
    fields: {
      title: localised('String', language, page.title),
      body: localised('BlockContent', language, portableText(page.blocks, page.url, `body.${language}`)),
      ...sourcesOf(page),
    },
    origins: {[inLanguage('body', language)]: placeOfBlocks(page.source, page.blocks)},
    defaults: {slug: {_type: 'slug', current: slugOf(page.title)}},
    supporting: false,
    rank: 3,
    urls: addressesOf(page),
    source: {...page.source, locator: page.titleLocator},
    sha256: page.sha256,
    warnings: [],
  }
}
