import {extractTextItems, getDocumentProxy, type StructuredTextItem} from 'unpdf'

import type {Block, Page, SourcePlace} from '../model.ts'
import {languageOf} from '../parse/language.ts'
import {readArticleHeading} from '../parse/articleHeading.ts'
import {ExtractError} from './extractError.ts'

interface Line {
  text: string
  page: number
  fontSize: number
  /** Whether it shares its height with others, far from them: a cell of a table, a party that signs. */
  cell?: true
}

/** A heading is set at least this much larger than most of the text. */
const HEADING_RATIO = 1.15
/** A gap wider than this share of the font's size is a space. */
const SPACE_RATIO = 0.15
/** A gap wider than this many times the font's size parts cells. */
const CELL_GAP_RATIO = 2.5

/**
 * Reads the text of a PDF by where its pieces stand. Paragraphs and headings are conclusions from line ends
 * and sizes, so a person must compare them; a scan has no text and is refused.
 *
 * @throws ExtractError
 */
export async function extractPdf(bytes: Uint8Array, source: SourcePlace, sha256: string): Promise<Page> {
  const lines = await readLines(bytes)
  if (lines.length === 0) {
    throw new ExtractError(
      'scan',
      'The PDF holds pictures of text only, or is damaged: have it read by character recognition, or save it again.',
    )
  }
  const usual = median(lines.map(({fontSize}) => fontSize))
  const isLarge = ({fontSize}: Line) => fontSize >= usual * HEADING_RATIO
  const titleLength = lines.findIndex(
    (line, index) => index > 0 && (!isLarge(line) || line.fontSize !== lines[0]?.fontSize),
  )
  const title = lines.slice(0, isLarge(lines[0] ?? {text: '', page: 1, fontSize: 0}) ? titleLength : 1)
  const blocks = blocksOf(lines.slice(title.length), isLarge)
  const language = languageOf({text: blocks.map(({text}) => text).join(' ')})
  return {
    source,
    sha256,
    format: 'pdf',
    ...(language ? {language} : {}),
    title: title.map(({text}) => text).join(' '),
    titleLocator: 'page 1',
    blocks,
    links: [],
    images: [],
    warnings: [
      {
        code: 'pdf-text',
        message:
          'Paragraphs and headings of a PDF are conclusions from its layout: compare the text with the file.',
        source,
      },
    ],
  }
}

async function readLines(bytes: Uint8Array): Promise<Line[]> {
  try {
    // The reader takes the bytes away from whoever gave them.
    const {items} = await extractTextItems(await getDocumentProxy(new Uint8Array(bytes)))
    return items.flatMap((page, index) => linesOf(page, index + 1))
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') {
      throw new ExtractError('password', 'The PDF is protected by a password: save it without one.', {
        cause: error,
      })
    }
    throw new ExtractError('pdf-broken', 'The PDF is damaged: open it and save it again.', {cause: error})
  }
}

/** Pieces in the order of the file, which follows columns; a piece on another height begins a line. */
function linesOf(items: readonly StructuredTextItem[], page: number): Line[] {
  const lines: (Line & {y: number; end: number})[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const line = lines.at(-1)
    const end = item.x + item.width
    const beside = line && Math.abs(line.y - item.y) < item.fontSize / 2 && item.x >= line.end - item.fontSize
    if (beside && item.x - line.end > item.fontSize * CELL_GAP_RATIO) {
      line.cell = true
      lines.push({text: item.str, page, fontSize: item.fontSize, y: item.y, end, cell: true})
    } else if (beside) {
      line.text += (item.x - line.end > item.fontSize * SPACE_RATIO ? ' ' : '') + item.str
      line.end = end
    } else lines.push({text: item.str, page, fontSize: item.fontSize, y: item.y, end})
  }
  return lines.map(({text, fontSize, cell}) => ({
    text: text.replace(/\s+/g, ' ').trim(),
    page,
    fontSize,
    ...(cell ? {cell} : {}),
  }))
}

function blocksOf(lines: readonly Line[], isLarge: (line: Line) => boolean): Block[] {
  const blocks: Block[] = []
  let open = false
  for (const line of lines) {
    const last = blocks.at(-1)
    const heading = isLarge(line) || readArticleHeading(line.text) !== undefined
    const numbered = /^(?:\d+(?:\.\d+)*\.?|\([a-z\d]\)|[•–-])\s*\p{L}/u.test(line.text)
    if (line.cell) {
      blocks.push({kind: 'paragraph', text: line.text, locator: `page ${line.page}`, cell: true})
      open = false
      continue
    }
    if (open && last && !heading && !numbered)
      last.text += /[-\u00ad]$/.test(last.text) ? line.text : ` ${line.text}`
    else blocks.push({kind: heading ? 'heading' : 'paragraph', text: line.text, locator: `page ${line.page}`})
    open = !heading && !/[.:;]$/.test(line.text)
  }
  return blocks
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
