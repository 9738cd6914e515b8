import {markdownToPortableText} from '@portabletext/markdown'

import {isObject} from '../merge/same.ts'
import type {Block, JsonObject, Page, PageLink, SourcePlace} from '../model.ts'
import {languageOf} from '../parse/language.ts'
import {canonicalUrl, safeLink} from '../parse/webAddress.ts'
import {isData, placesOf} from './dataTable.ts'
import {extractHtml} from './html.ts'
import {publishedOn} from './htmlHead.ts'
import {strikesAsHtml, withoutLeftOut} from './markdownLeftOut.ts'

const NOTE = /^\[\^(?<label>[\w-]+)\]:\s*(?<words>[\s\S]+)$/
const NOTE_BEGINS = /^\[\^[\w-]+\]:/
const IMAGE = /!\[(?<alt>[^\]]*)\]\((?<src>(?:[^\s()]|\([^\s()]*\))+)(?:\s+"(?<caption>[^"]*)")?\)/g
const CITED_NOTE = /\[\^([\w-]+)\]/g
const FRONT_MATTER = /^\uFEFF?---\r?\n(?<fields>[\s\S]*?)\r?\n---\r?\n/

/** Whether a text is Markdown: front matter, or a heading with `#` at its beginning. */
export function isMarkdown(text: string): boolean {
  return FRONT_MATTER.test(text) || /^\uFEFF?\s*# \S/.test(text)
}

/**
 * Reads Markdown paragraph by paragraph, HTML inside it as HTML, a table cell by cell; the front matter tells
 * address and language.
 */
export function extractMarkdown(text: string, source: SourcePlace, sha256: string): Page {
  const frontMatter = FRONT_MATTER.exec(text)
  const fields = fieldsOf(frontMatter?.groups?.['fields'] ?? '')
  const body = text.slice(frontMatter?.[0].length ?? 0)
  const firstLine = (frontMatter?.[0].match(/\n/g)?.length ?? 0) + 1
  const url = canonicalUrl(fields.get('url') ?? fields.get('canonical') ?? '')
  const parts = chunksOf(body, firstLine).map((chunk) => {
    const place = {...source, locator: `line ${chunk.line}`}
    const spelled = strikesAsHtml(chunk.markdown)
    const inHtml = readHtml(spelled, place, url)
    const markdown = withoutLeftOut(spelled)
    const note = NOTE.exec(markdown)?.groups
    const blocks = note
      ? noteBlocks(note, place, url)
      : blocksOf(markdown.replaceAll(CITED_NOTE, '\\[$1\\]'), place, url)
    return {
      blocks,
      outside: inHtml.outside,
      links: inHtml.links.filter(
        ({href}) => !blocks.some(({links = []}) => links.some((one) => one.href === href)),
      ),
      images: [...imagesOf(markdown, place.locator), ...inHtml.images],
      warnings: inHtml.warnings,
    }
  })
  const blocks = parts.flatMap((part) => part.blocks)
  const outside = parts.flatMap((part) => part.outside)
  const first = blocks[0]?.kind === 'heading' ? blocks[0] : undefined
  const title = fields.get('title') ?? first?.text ?? ''
  const rest = first && first.text === title ? blocks.slice(1) : blocks
  const language = languageOf({
    ...(fields.get('lang') === undefined ? {} : {declared: fields.get('lang')}),
    ...(url ? {url} : {}),
    text: rest.map((block) => block.text).join(' '),
  })
  const published = publishedOn(fields.get('date'), 'line 1')
  return {
    source,
    sha256,
    format: 'markdown',
    ...(url ? {url} : {}),
    ...(language ? {language} : {}),
    ...(published ? {published} : {}),
    title,
    titleLocator: first?.locator ?? 'line 1',
    blocks: rest,
    ...(outside.length > 0 ? {outside} : {}),
    links: parts.flatMap((part) => part.links),
    images: parts.flatMap((part) => part.images),
    warnings: parts.flatMap((part) => part.warnings),
  }
}

function fieldsOf(frontMatter: string): Map<string, string> {
  return new Map(
    frontMatter.split(/\r?\n/).flatMap((line): [string, string][] => {
      const groups = /^(?<name>\w+)\s*:\s*["']?(?<value>.*?)["']?\s*$/.exec(line)?.groups
      return groups ? [[(groups['name'] ?? '').toLowerCase(), groups['value'] ?? '']] : []
    }),
  )
}

/** Parts between empty lines, and notes, each with the line it begins on. */
function chunksOf(text: string, firstLine: number): {markdown: string; line: number}[] {
  const chunks: {markdown: string; line: number}[] = []
  let open = false
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const last = chunks.at(-1)
    if (line.trim() === '') open = false
    else if (open && last && !NOTE_BEGINS.test(line)) last.markdown += `\n${line}`
    else {
      chunks.push({markdown: line, line: firstLine + index})
      open = true
    }
  }
  return chunks
}

/** Where a part stands, and with which line it begins. */
type Place = SourcePlace & {locator: string}

/** The words of a footnote, with the number that the text cites. */
function noteBlocks(
  {label = '', words = ''}: Record<string, string>,
  place: Place,
  url: string | undefined,
): Block[] {
  return blocksOf(`\\[${label}\\] ${words}`, place, url).map((block) => ({...block, note: label}))
}

function blocksOf(markdown: string, place: Place, url: string | undefined): Block[] {
  const {locator} = place
  const converted: unknown = JSON.parse(JSON.stringify(markdownToPortableText(markdown)))
  return objectsIn(converted).flatMap((block): Block[] => {
    if (block['_type'] === 'table') return cellsOf(block, locator, url)
    if (typeof block['html'] === 'string') return readHtml(block['html'], place, url).blocks
    if (typeof block['code'] === 'string') return [{kind: 'paragraph', text: block['code'], locator}]
    if (block['_type'] !== 'block') return []
    const text = wordsOf(block)
    const heading = typeof block['style'] === 'string' && /^h\d$/.test(block['style'])
    const kind = heading ? 'heading' : block['listItem'] ? 'listItem' : 'paragraph'
    return text === ''
      ? []
      : [{kind, text, locator, portableText: [block], links: linksOf(block, locator, url)}]
  })
}

/** The cells that have words, one block for each. */
function cellsOf(table: JsonObject, locator: string, url: string | undefined): Block[] {
  const cells = objectsIn(table['rows']).flatMap((inRow, row) =>
    objectsIn(inRow['cells']).flatMap((cell, column) =>
      objectsIn(cell['value']).map((block) => ({of: block, row, column, words: wordsOf(block)})),
    ),
  )
  const filled = cells.filter(({words}) => words !== '')
  const {table: data, places} = placesOf(filled, () => table['headerRows'] !== 0)
  const inData = isData(filled)
  data.parts = filled.length
  return filled.map(({of, words}): Block => {
    const inTable = inData ? places.get(of) : undefined
    return {
      kind: 'paragraph',
      text: words,
      locator,
      portableText: [of],
      links: linksOf(of, locator, url),
      cell: true,
      ...(inTable ? {inTable} : {}),
    }
  })
}

/** What HTML there is in Markdown: its blocks, and of tags within a paragraph the links and pictures. */
function readHtml(
  markdown: string,
  place: Place,
  url: string | undefined,
): Pick<Page, 'blocks' | 'links' | 'images' | 'warnings'> & {outside: Block[]} {
  // All of it is text of the page, whatever elements it has.
  const {
    blocks,
    outside = [],
    links,
    images,
    warnings,
  } = extractHtml(
    `<body class="field-name-body">${markdown}</body>`,
    place,
    '',
    url === undefined ? {} : {url},
  )
  const {locator} = place
  const here = (link: PageLink) => ({...link, locator})
  return {
    blocks: blocks.map((block) => ({
      ...block,
      locator,
      ...(block.links ? {links: block.links.map(here)} : {}),
    })),
    outside: outside.map((block) => ({...block, locator})),
    links: [...blocks.flatMap((block) => block.links ?? []), ...links].map(here),
    images: images.map((image) => ({...image, locator})),
    warnings: warnings.map((warning) => ({...warning, source: place})),
  }
}

/** From the text itself, since the converter leaves the title out, which holds the caption. */
function imagesOf(markdown: string, locator: string): Page['images'] {
  return [...markdown.matchAll(IMAGE)].map(({groups: {alt = '', src = '', caption} = {}}) => ({
    src,
    alt,
    locator,
    ...(caption === undefined ? {} : {caption}),
  }))
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function wordsOf(block: JsonObject): string {
  return objectsIn(block['children'])
    .map((span) => (typeof span['text'] === 'string' ? span['text'] : ''))
    .join('')
    .trim()
}

function linksOf(block: JsonObject, locator: string, base: string | undefined): PageLink[] {
  return objectsIn(block['markDefs']).flatMap((mark) => {
    const href = typeof mark['href'] === 'string' ? safeLink(mark['href'], base) : undefined
    return href ? [{href, locator}] : []
  })
}
