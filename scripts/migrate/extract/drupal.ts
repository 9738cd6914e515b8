import type {XmlElement} from 'libxml2-wasm'

import type {Block, Page, PageLink, SourcePlace, Warning} from '../model.ts'
import {type DrupalRecord, drupalRecords, type ExportValue} from './drupalRecord.ts'
import {ExtractError} from './extractError.ts'
import {extractHtml} from './html.ts'
import {childElements, withXml} from './xml.ts'

const XML_ROOTS =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!DOCTYPE\s+)?(?:nodes|node_export|node|response)[\s>]/i

/** Whether a text is an export of pages as XML. */
export const isDrupalXml = (text: string): boolean => XML_ROOTS.test(text)

/** Whether a text is JSON; which JSON it is shows when it is read. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text)

/**
 * Reads the pages of an export of the old website as XML.
 *
 * @throws ExtractError when it is not well formed, or holds no page
 */
export const extractDrupalXml = (text: string, source: SourcePlace, sha256: string): Page[] =>
  pagesOf(
    withXml(text, ({root}) => (root.name === 'node' ? {node: valueOf(root)} : valueOf(root))),
    source,
    sha256,
  )

/**
 * Reads the pages of an export of the old website as JSON.
 *
 * @throws ExtractError when it is not JSON, or holds no page
 */
export function extractDrupalJson(text: string, source: SourcePlace, sha256: string): Page[] {
  let root: ExportValue
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExtractError('json-broken', `The JSON cannot be read: ${reason}`, {cause: error})
  }
  return pagesOf(root, source, sha256)
}

/** An element as JSON would have it: its words, or its elements by name; what repeats becomes a list. */
function valueOf(element: XmlElement): ExportValue {
  const children = childElements(element)
  if (children.length === 0) return element.content.trim()
  const values = new Map<string, ExportValue[]>()
  for (const child of children) {
    values.set(child.name, [...(values.get(child.name) ?? []), valueOf(child)])
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]))
}

function pagesOf(root: ExportValue, source: SourcePlace, sha256: string): Page[] {
  const records = drupalRecords(root)
  if (records.length > 0) return records.map((record, index) => pageOf(record, index, source, sha256))
  throw new ExtractError(
    'no-pages',
    'No page of the old website: each needs its number (nid) or id, and a title. Export the pages with their title, body, path and language.',
  )
}

/** A record as the page that showed it: the body is HTML, the other fields were lines with a label. */
function pageOf(record: DrupalRecord, index: number, source: SourcePlace, sha256: string): Page {
  const {id, title, language, url, body, facts} = record
  const lines = facts.map(({label, value}) => `<p>${escape(label)}: ${escape(value)}</p>`)
  const head = `<html${language ? ` lang="${escape(language)}"` : ''}><head>${
    url ? `<link rel="canonical" href="${escape(url)}">` : ''
  }</head><body><article><h1>${escape(title)}</h1>`
  const html = `${head}\n${body}\n${lines.join('\n')}</article></body></html>`
  const name = id === '' ? `record ${index + 1}` : `node ${id}`
  const page = extractHtml(html, source, sha256)
  const place = (locator: string): string => `${name} ${locatorIn(locator)}`
  const placed = (link: PageLink): PageLink => ({...link, locator: place(link.locator)})
  const placedBlock = (block: Block): Block => ({
    ...block,
    locator: place(block.locator),
    ...(block.links ? {links: block.links.map(placed)} : {}),
  })
  return {
    ...page,
    format: 'drupal',
    ...(id === '' ? {refusal: UNIDENTIFIED} : {node: `drupal:${id}`}),
    ...(url && /^\d+$/.test(id) ? {otherUrls: [`${new URL(url).origin}/node/${id}`]} : {}),
    titleLocator: `${name} title`,
    blocks: page.blocks.map(placedBlock),
    ...(page.outside ? {outside: page.outside.map(placedBlock)} : {}),
    links: page.links.map(placed),
    images: page.images.map((image) => ({...image, locator: place(image.locator)})),
    warnings: [
      ...page.warnings.map((warning) => ({
        ...warning,
        source: {...warning.source, locator: place(warning.source.locator ?? '')},
      })),
      ...(url ? [] : [addressWarning(source, name)]),
    ],
  }
}

const UNIDENTIFIED = {
  code: 'id-missing',
  reason:
    'The page has no number (nid) or id, by which a later export would be recognised as the same page. Export it.',
}

/** The head takes the first line, so that the body's own lines count from one. */
const locatorIn = (locator: string): string =>
  locator.replace(/^line (\d+)$/, (_, line: string) => `line ${Number(line) - 1}`)

const addressWarning = (source: SourcePlace, locator: string): Warning => ({
  code: 'address-missing',
  message:
    'The export gives no whole address of this page, so no redirect can be made for it. Export its URL, with the host.',
  source: {...source, locator},
})

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
