import {markdownToPortableText} from '@portabletext/markdown'

import {isObject} from '../merge/same.ts'
import {extractHtml} from './html.ts'
import type {Block, JsonObject, Page, PageLink, SourcePlace} from '../model.ts'
import {languageOf} from '../parse/language.ts'
import {canonicalUrl, safeLink} from '../parse/webAddress.ts'

const NOTE = /^\[\^(?<label>[\w-]+)\]:\s*(?<words>[\s\S]+)$/
const IMAGE = /!\[(?<alt>[^\]]*)\]\((?<src>[^\s)]+)(?:\s+"(?<caption>[^"]*)")?\)/g
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
  const images: Page['images'] = []
  const blocks = chunksOf(body, firstLine).flatMap(({markdown, line}) => {
    const locator = `line ${line}`
    const note = NOTE.exec(markdown)?.groups
    if (note) return noteBlocks(note, locator)
    images.push(...imagesOf(markdown, locator))
    return blocksOf(markdown.replaceAll(CITED_NOTE, '\\[$1\\]'), locator)
  })
  const url = canonicalUrl(fields.get('url') ?? fields.get('canonical') ?? '')
  const first = blocks[0]?.kind === 'heading' ? blocks[0] : undefined
  const title = fields.get('title') ?? first?.text ?? ''
  const rest = first && first.text === title ? blocks.slice(1) : blocks
  const language = languageOf({
    ...(fields.get('lang') === undefined ? {} : {declared: fields.get('lang')}),
    ...(url ? {url} : {}),
    text: rest.map((block) => block.text).join(' '),
  })
  return {
    source,
    sha256,
    format: 'markdown',
    ...(url ? {url} : {}),
    ...(language ? {language} : {}),
    title,
    titleLocator: first?.locator ?? 'line 1',
    blocks: rest.map((block) => ({...block, links: linksOf(block, url)})),
    links: [],
    images,
    warnings: [],
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

/** Parts between empty lines, each with the line it begins on. */
function chunksOf(text: string, firstLine: number): {markdown: string; line: number}[] {
  const chunks: {markdown: string; line: number}[] = []
  let open = false
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const last = chunks.at(-1)
    if (line.trim() === '') open = false
    else if (open && last) last.markdown += `\n${line}`
    else {
      chunks.push({markdown: line, line: firstLine + index})
      open = true
    }
  }
  return chunks
}

/** The words of a footnote, with the number that the text cites. */
function noteBlocks({label = '', words = ''}: Record<string, string>, locator: string): Block[] {
  return blocksOf(`\\[${label}\\] ${words}`, locator).map((block) => ({...block, note: label}))
}

function blocksOf(markdown: string, locator: string): Block[] {
  const converted: unknown = JSON.parse(JSON.stringify(markdownToPortableText(markdown)))
  return objectsIn(converted).flatMap((block): Block[] => {
    if (block['_type'] === 'table') return cellsOf(block, locator)
    if (typeof block['html'] === 'string') return htmlBlocks(block['html'], locator)
    if (typeof block['code'] === 'string') return [{kind: 'paragraph', text: block['code'], locator}]
    if (block['_type'] !== 'block') return []
    const text = wordsOf(block)
    const heading = typeof block['style'] === 'string' && /^h\d$/.test(block['style'])
    const kind = heading ? 'heading' : block['listItem'] ? 'listItem' : 'paragraph'
    return text === '' ? [] : [{kind, text, locator, portableText: [block]}]
  })
}

function cellsOf(table: JsonObject, locator: string): Block[] {
  return objectsIn(table['rows'])
    .flatMap((row) => objectsIn(row['cells']))
    .flatMap((cell) => objectsIn(cell['value']))
    .map((block): Block => ({
      kind: 'paragraph',
      text: wordsOf(block),
      locator,
      portableText: [block],
      cell: true,
    }))
    .filter(({text}) => text !== '')
}

function htmlBlocks(html: string, locator: string): Block[] {
  return extractHtml(`<body>${html}</body>`, {file: ''}, '').blocks.map((block) => ({...block, locator}))
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

function linksOf({portableText = [], locator}: Block, base: string | undefined): PageLink[] {
  return portableText
    .flatMap((block) => (Array.isArray(block['markDefs']) ? block['markDefs'].filter(isObject) : []))
    .flatMap((mark) => {
      const href = typeof mark['href'] === 'string' ? safeLink(mark['href'], base) : undefined
      return href ? [{href, locator}] : []
    })
}
