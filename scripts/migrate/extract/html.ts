import {parse, serializeOuter, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes} from 'parse5'

import {readLabel} from '../parse/label.ts'
import {languageOf} from '../parse/language.ts'
import {canonicalUrl, safeLink} from '../parse/webAddress.ts'
import type {Block, Page, PageLink, SourcePlace, Warning} from '../model.ts'
import {
  attribute,
  elements,
  find,
  hasClass,
  LINE_BREAK,
  lineOf,
  textOf,
  type Element,
  type Node,
} from './htmlTree.ts'
import {ExtractError} from './extractError.ts'
import {footnoteOf, type Footnotes, spellFootnotes} from './footnotes.ts'

/** Beyond this no page was written by a person, and the converters that follow run out of stack. */
const DEEPEST_NESTING = 256

const BLOCK_TAGS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'blockquote',
  'pre',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'caption',
])
const NEVER_CONTENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'form',
  'nav',
  'svg',
])

/** Where the text of a page stands, from the old website's own markup to any page; the first that exists. */
const CONTENT: readonly ((element: Element) => boolean)[] = [
  (element) => hasClass(element, 'field-name-body'),
  (element) => element.tagName === 'article',
  (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  (element) => attribute(element, 'id') === 'content' || hasClass(element, 'region-content'),
  (element) => element.tagName === 'body',
]

/** Whether a text is an HTML page or a fragment of one. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul|article|section)\b/i.test(
    text,
  )
}

/**
 * Reads a page of the old website: address, language and title from its head, the content area as blocks
 * with the lines they stand on. Nothing is fetched and no script runs.
 *
 * @throws ExtractError when elements are nested deeper than any page is, or it only frames other pages
 */
export function extractHtml(html: string, source: SourcePlace, sha256: string): Page {
  const document = parse(html, {sourceCodeLocationInfo: true})
  refuseDeepNesting(document)
  const all = elements(document)
  refuseFrames(all)
  const url = canonicalUrl(addressOf(all) ?? '')
  const root = CONTENT.map((matches) => all.find(matches)).find(Boolean)
  const warnings: Warning[] = []
  const notes = spellFootnotes(all)
  const inside = root ? elements(root).filter((element) => !isFurniture(element)) : []
  const links = new Map(
    inside.flatMap((element): [Node, PageLink][] => {
      const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
      if (href === undefined) return []
      const locator = lineOf(element)
      const safe = safeLink(href, url)
      if (safe) return [[element, {href: safe, locator}]]
      warnings.push({
        code: 'link-removed',
        message: `The link to ${JSON.stringify(href.slice(0, 80))} is not a web address; its words stay, the link does not.`,
        source: {...source, locator},
      })
      return []
    }),
  )
  const titleElement = titleOf(all)
  const blocks = (root ? blocksIn(root, links, notes) : []).filter(
    (block) => block.text !== '' && block.text !== titleElement.text,
  )
  const inBlocks = new Set(blocks.flatMap((block) => block.links ?? []))
  const otherUrls = shortUrlsOf(all, url)
  const alternates = alternatesOf(all, url)
  const declared = attribute(find(all, 'html'), 'lang') ?? attribute(find(all, 'html'), 'xml:lang')
  const language = languageOf({declared, url, text: blocks.map((block) => block.text).join(' ')})
  return {
    source,
    sha256,
    format: 'html',
    ...(url ? {url} : {}),
    ...(otherUrls.length > 0 ? {otherUrls} : {}),
    ...(alternates.length > 0 ? {alternates} : {}),
    ...(language ? {language} : {}),
    title: titleElement.text,
    titleLocator: titleElement.locator,
    blocks,
    links: [...links.values()].filter((link) => !inBlocks.has(link)),
    images: inside
      .filter((element) => element.tagName === 'img')
      .map((element) => ({
        src: attribute(element, 'src') ?? '',
        alt: attribute(element, 'alt') ?? '',
        locator: lineOf(element),
        ...captionOf(element),
      })),
    warnings,
  }
}

/** The words under a picture, where the page marks them as such. */
function captionOf(image: Element): {caption?: string} {
  for (let node: Node | null = image.parentNode; node && 'tagName' in node; node = node.parentNode) {
    if (node.tagName !== 'figure') continue
    const words = elements(node).find(({tagName}) => tagName === 'figcaption')
    return words ? {caption: normalise(textOf(words))} : {}
  }
  const title = attribute(image, 'title')?.trim()
  return title ? {caption: title} : {}
}

function refuseDeepNesting(document: Node): void {
  const pending: {node: Node; depth: number}[] = [{node: document, depth: 0}]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > DEEPEST_NESTING) {
      throw new ExtractError(
        'nested-too-deep',
        `Elements are nested more than ${DEEPEST_NESTING} deep. Save the page again from a browser.`,
      )
    }
    if ('childNodes' in next.node) {
      for (const child of next.node.childNodes) pending.push({node: child, depth: next.depth + 1})
    }
  }
}

/** A page of frames only says which pages stand side by side. */
function refuseFrames(all: Element[]): void {
  if (!find(all, 'frameset')) return
  const pages = all
    .filter(({tagName}) => tagName === 'frame')
    .map((frame) => attribute(frame, 'src') ?? '')
    .filter(Boolean)
  throw new ExtractError(
    'frames',
    `A page of frames has no text of its own: take over the pages that it shows instead (${pages.join(', ')}).`,
  )
}

function addressOf(all: Element[]): string | undefined {
  const canonical = all.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  )
  const openGraph = all.find(
    (element) => element.tagName === 'meta' && attribute(element, 'property') === 'og:url',
  )
  return attribute(canonical, 'href') ?? attribute(openGraph, 'content')
}

/** The short addresses under which the old website served the page too, such as `/node/412`. */
function shortUrlsOf(all: Element[], url: string | undefined): string[] {
  return all
    .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'shortlink')
    .flatMap((element) => {
      const short = canonicalUrl(safeLink(attribute(element, 'href') ?? '', url) ?? '')
      return short && short !== url ? [short] : []
    })
}

/** Where the page says that it stands in another language: in its head, or in its switch of languages. */
function alternatesOf(all: Element[], url: string | undefined): string[] {
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

function titleOf(all: Element[]): {text: string; locator: string} {
  const heading = all.find((element) => attribute(element, 'id') === 'page-title') ?? find(all, 'h1')
  if (heading && textOf(heading) !== '') return {text: textOf(heading), locator: lineOf(heading)}
  const title = find(all, 'title')
  return {
    text: title ? textOf(title).replace(/\s+\|[^|]*$/, '') : '',
    locator: title ? lineOf(title) : 'line 1',
  }
}

function isFurniture(element: Element): boolean {
  for (let node: Node | null = element; node && 'tagName' in node; node = node.parentNode) {
    if (
      NEVER_CONTENT.has(node.tagName) ||
      /\b(?:breadcrumb|menu|footer|header|skip-link)\b/.test(attribute(node, 'class') ?? '')
    )
      return true
  }
  return false
}

/** The innermost blocks in reading order; text that stands between blocks becomes a paragraph of its own. */
function blocksIn(root: Element, links: ReadonlyMap<Node, PageLink>, notes: Footnotes): Block[] {
  const blocks: Block[] = []
  const linksIn = (nodes: readonly Node[]): Pick<Block, 'links'> => {
    const found = nodes.flatMap(elements).flatMap((element) => links.get(element) ?? [])
    return found.length > 0 ? {links: found} : {}
  }
  let loose: DefaultTreeAdapterTypes.ChildNode[] = []
  const flush = () => {
    const text = normalise(loose.map((node) => textOf(node)).join(''))
    const first = loose.find((node) => textOf(node).trim() !== '')
    if (first && text !== '') {
      blocks.push({
        kind: 'paragraph',
        text,
        locator: lineOf(first),
        html: `<p>${loose.map(outer).join('')}</p>`,
        ...linksIn(loose),
      })
    }
    loose = []
  }
  const walk = (parent: Element) => {
    for (const node of parent.childNodes) {
      if (!tree.isElementNode(node)) {
        if (tree.isTextNode(node)) loose.push(node)
        continue
      }
      if (NEVER_CONTENT.has(node.tagName)) continue
      if (node.tagName === 'br') flush()
      else if (holdsBlocks(node)) {
        flush()
        walk(node)
        flush()
      } else if (BLOCK_TAGS.has(node.tagName)) {
        flush()
        const [block, ...others] = blockOf(node)
        const note = footnoteOf(node, notes)
        if (block)
          blocks.push({...block, ...linksIn([node]), ...(note ? {...asNote(block), note} : {})}, ...others)
      } else loose.push(node)
    }
  }
  walk(root)
  flush()
  return blocks
}

const CONTAINERS = new Set([
  'div',
  'section',
  'table',
  'tbody',
  'thead',
  'tr',
  'ul',
  'ol',
  'dl',
  'article',
  'figure',
  'center',
  'main',
  'header',
  'footer',
  'aside',
])

function holdsBlocks(element: Element): boolean {
  if (CONTAINERS.has(element.tagName)) return true
  return elements(element).some(
    (inner) => inner !== element && (BLOCK_TAGS.has(inner.tagName) || CONTAINERS.has(inner.tagName)),
  )
}

function blockOf(element: Element): Block[] {
  const locator = lineOf(element)
  const text = normalise(textOf(element))
  if (text === '') return []
  if (/^h[1-6]$/.test(element.tagName)) return [{kind: 'heading', text, locator, html: outer(element)}]
  if (element.tagName === 'li') {
    const list =
      element.parentNode && 'tagName' in element.parentNode && element.parentNode.tagName === 'ol'
        ? 'ol'
        : 'ul'
    return [
      {
        kind: 'listItem',
        text: text.replace(/^[·•]\s*/, ''),
        locator,
        html: `<${list}>${outer(element)}</${list}>`,
      },
    ]
  }
  const lines = textOf(element).split(LINE_BREAK).map(normalise).filter(Boolean)
  if (lines.length > 1 && lines.some(readLabel))
    return lines.map((line) => ({kind: 'paragraph', text: line, locator}))
  const cell = isInCell(element) ? ({cell: true} as const) : {}
  return [{kind: 'paragraph', text, locator, html: outer(element), ...cell}]
}

function isInCell(element: Element): boolean {
  for (let node: Node | null = element; node && 'tagName' in node; node = node.parentNode) {
    if (/^t[dh]$/.test(node.tagName)) return true
  }
  return false
}

/** A footnote is a paragraph with its own number, also where the page numbers it as a list. */
function asNote({html = ''}: Block): Pick<Block, 'kind' | 'html'> {
  return {
    kind: 'paragraph',
    html: html.replace(/^<[uo]l><li[^>]*>/, '<p>').replace(/<\/li><\/[uo]l>$/, '</p>'),
  }
}

function outer(node: DefaultTreeAdapterTypes.ChildNode): string {
  return tree.isTextNode(node) ? escapeText(node.value) : serializeOuter(node)
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function normalise(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}
