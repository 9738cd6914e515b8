import {extractTextItems, getDocumentProxy, type StructuredTextItem} from 'unpdf'

import type {Block, Page, SourcePlace} from '../model.ts'
import {languageOf} from '../parse/language.ts'
import {readArticleHeading} from '../parse/articleHeading.ts'
import {ExtractError} from './extractError.ts'

interface Line {
  text: string
  page: number
  fontSize: number
  /** Whether it stands in a column beside others: a cell of a table, a party that signs. */
  cell?: true
}

/** A heading is set at least this much larger than most of the text. */
const HEADING_RATIO = 1.15
/** A gap wider than this share of the font's size is a space. */
const SPACE_RATIO = 0.15
/** A gap wider than this many times the font's size is a tab, or parts cells. */
const CELL_GAP_RATIO = 2.5
/** `1.`, `1.1`, `(a)`, `iv)`, `•` on their own; a bare `2019` is a cell. */
const LIST_MARKER =
  /^(?:§?\s?\d{1,2}(?:\.\d{1,2})+\.?|§?\s?\d{1,3}[.)°]|\((?:[a-z]{1,5}|\d{1,3})\)|(?:[a-z]|[ivx]{1,5})[.)]|[•·▪◦‣*–—-])$/i

/** The number of a paragraph to which its first word is stuck, as programs write what they number themselves. */
const GLUED_NUMBER = /^(\d{1,2}(?:\.\d{1,2})+\.?|\([a-z\d]{1,3}\))(?=\p{Lu}\p{Ll})/u

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

interface Piece {
  text: string
  x: number
  end: number
}

/** What stands at one height, in pieces that are far apart. */
interface Row {
  y: number
  fontSize: number
  pieces: [Piece, ...Piece[]]
}

/** Pieces in the order of the file, which follows columns; a piece on another height begins a row. */
function rowsOf(items: readonly StructuredTextItem[]): Row[] {
  const rows: Row[] = []
  for (const {str: text, x, y, width, fontSize} of items) {
    if (text.trim() === '') continue
    const row = rows.at(-1)
    const last = row?.pieces.at(-1)
    const end = x + width
    if (!row || !last || Math.abs(row.y - y) >= fontSize / 2 || x < last.end - fontSize) {
      rows.push({y, fontSize, pieces: [{text, x, end}]})
    } else if (x - last.end > fontSize * CELL_GAP_RATIO) row.pieces.push({text, x, end})
    else {
      last.text += (x - last.end > fontSize * SPACE_RATIO ? ' ' : '') + text
      last.end = end
    }
  }
  return rows
}

function linesOf(items: readonly StructuredTextItem[], page: number): Line[] {
  const rows = rowsOf(items)
  return rows.flatMap(({fontSize, pieces: [first, ...others]}, index) => {
    const texts = [first.text]
    for (const piece of others) {
      const isLed = texts.length === 1 && isLead(texts[0] ?? '')
      if (!isLed && isColumn(piece, rows, index)) texts.push(piece.text)
      else texts.push(`${texts.pop()} ${piece.text}`)
    }
    const cell = texts.length > 1 ? ({cell: true} as const) : {}
    return texts.map((text) => ({text: wordsIn(text), page, fontSize, ...cell}))
  })
}

const wordsIn = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(GLUED_NUMBER, '$1 ')

/** Whether a tab after these words parts a heading or an item from its own number, which is no table. */
function isLead(text: string): boolean {
  return readArticleHeading(text) !== undefined || LIST_MARKER.test(text.trim())
}

/** Whether the row before or after has a piece that begins or ends where this one does: one gap is a tab. */
function isColumn(piece: Piece, rows: readonly Row[], index: number): boolean {
  const near = rows[index]?.fontSize ?? 0
  const meets = (other: Piece) => Math.abs(other.x - piece.x) < near || Math.abs(other.end - piece.end) < near
  // A row with nothing but more words of the same cell stands between two rows of a table.
  const goesOn = ({pieces}: Row) => pieces.length === 1 && Math.abs(pieces[0].x - piece.x) < near
  const before = rows.slice(0, index).findLast((row) => !goesOn(row))
  const after = rows.slice(index + 1).find((row) => !goesOn(row))
  return [before, after].some((row) => row?.pieces.slice(1).some(meets))
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
