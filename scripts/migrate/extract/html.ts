import {parse} from 'parse5'

import type {Block, Page, PageLink, SourcePlace, Warning} from '../model.ts'
import {languageOf} from '../parse/language.ts'
import {canonicalUrl, safeLink} from '../parse/webAddress.ts'
import {ExtractError} from './extractError.ts'
import {spellFootnotes} from './footnotes.ts'
import {blocksIn} from './htmlBlocks.ts'
import {contentOf, isFurniture, regionAround} from './htmlContent.ts'
import {embedsOf, openNoscripts} from './htmlEmbeds.ts'
import {hiddenWords, isDot} from './htmlHidden.ts'
import {takeOut} from './htmlLeftOut.ts'
import {addressOf, alternatesOf, publishedIn, shortUrlsOf, titleOf} from './htmlHead.ts'
import {spellWordLists} from './wordLists.ts'
import {attribute, elements, find, lineOf, normalise, textOf, type Element, type Node} from './htmlTree.ts'

/** Beyond this no page was written by a person, and the converters that follow run out of stack. */
const DEEPEST_NESTING = 256

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
 * @param partOf the page that the HTML is only a part of: it has the address, and the title
 * @throws ExtractError when elements are nested deeper than any page is, or it only frames other pages
 */
export function extractHtml(
  html: string,
  source: SourcePlace,
  sha256: string,
  partOf?: Pick<Page, 'url'>,
): Page {
  const document = parse(html, {sourceCodeLocationInfo: true})
  const all = elements(document)
  const body = find(all, 'body')
  // Only now: title and text are those that a browser with scripts shows.
  openNoscripts(body ? elements(body) : [])
  refuseDeepNesting(document)
  refuseFrames(all)
  const url = partOf ? partOf.url : canonicalUrl(addressOf(all) ?? '')
  const root = contentOf(all)
  const warnings: Warning[] = []
  spellWordLists(all)
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
  // Those of the text first: the first one goes with the document.
  const images = [...new Set([...inside, ...(root ? elements(regionAround(root)) : [])])]
    .filter((element) => element.tagName === 'img' && !isFurniture(element) && !isDot(element))
    .map((element) => ({
      src: attribute(element, 'src') ?? '',
      alt: attribute(element, 'alt') ?? '',
      locator: lineOf(element),
      ...captionOf(element),
    }))
  const embeds = embedsOf(body ? elements(body) : [], source, url)
  const leftOut = takeOut(body ? elements(body) : [], {links, notes}, source)
  warnings.push(...embeds.warnings, ...leftOut.warnings, ...(root ? hiddenWords(all, root, source) : []))
  const titleElement = partOf ? {text: '', locator: 'line 1'} : titleOf(all)
  const isText = ({text, inTable}: Block) =>
    text !== '' && (text !== titleElement.text || inTable !== undefined)
  const blocks = (root ? blocksIn(root, {links, notes}) : []).filter(isText)
  const beside =
    body && root !== body
      ? blocksIn(body, {links, notes, skip: (one) => one === root || isFurniture(one)}).filter(isText)
      : []
  const outside = [...beside, ...leftOut.blocks]
  const inBlocks = new Set(blocks.flatMap((block) => block.links ?? []))
  const otherUrls = shortUrlsOf(all, url)
  const alternates = alternatesOf(all, url)
  const published = publishedIn(all)
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
    ...(published ? {published} : {}),
    title: titleElement.text,
    titleLocator: titleElement.locator,
    blocks,
    ...(outside.length > 0 ? {outside} : {}),
    links: [...[...links.values()].filter((link) => !inBlocks.has(link)), ...embeds.links],
    images,
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
