import mammoth from 'mammoth'

import type {Block, Page, SourcePlace, Warning} from '../model.ts'
import {ExtractError} from './extractError.ts'
import {extractHtml} from './html.ts'
import {readZipText, zipEntryNames} from './zip.ts'
import {aroundPages, lostParagraphs, PART_AROUND_PAGES, wordText} from './wordText.ts'
import {numberedParagraphs, type NumberedParagraph} from './wordNumbering.ts'

/** Word's own style for a title is no heading to the converter unless it is told. */
const STYLE_MAP = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Titel'] => h1.title:fresh"]

/**
 * Reads a Word document: accepted insertions stay, deletions and comments go. Numbers that Word makes
 * itself, such as "Article 3", are not in the text of the file; they are worked out and put there.
 *
 * @throws ExtractError
 */
export async function extractDocx(bytes: Uint8Array, source: SourcePlace, sha256: string): Promise<Page> {
  const parts = await readZipText(bytes, [
    'word/document.xml',
    'word/numbering.xml',
    'word/styles.xml',
    ...(await zipEntryNames(bytes)).filter((name) => PART_AROUND_PAGES.test(name)),
  ])
  const numbered = numberedParagraphs(parts)
  const pending = [...numbered]
  const {value} = await mammoth
    .convertToHtml(
      {buffer: Buffer.from(bytes)},
      {
        styleMap: STYLE_MAP,
        externalFileAccess: false,
        transformDocument: (element) => withNumbers(element, pending),
      },
    )
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new ExtractError(
        'docx-broken',
        `The Word file cannot be read (${reason}): open it in Word and save it again.`,
        {
          cause: error,
        },
      )
    })
  const page = extractHtml(`<body>${value}</body>`, source, sha256)
  const [first, ...rest] = page.blocks
  const titled =
    page.title === '' && first ? {title: first.text, blocks: rest} : {title: page.title, blocks: page.blocks}
  const held = wordText(parts.get('word/document.xml') ?? '')
  const lost = lostParagraphs(held, page.title, page.blocks.map(({text}) => text).join('\n'))
  const outside = [...lost, ...aroundPages(parts, titled.title)]
  return {
    ...page,
    format: 'docx',
    ...(outside.length > 0 ? {outside} : {}),
    title: titled.title,
    titleLocator: 'paragraph 1',
    blocks: titled.blocks.map((block, index) => placed(block, `paragraph ${index + 2}`)),
    links: page.links.map((link) => ({...link, locator: 'paragraph 1'})),
    images: page.images.map((image) => ({...image, locator: 'images'})),
    warnings: [
      ...page.warnings,
      ...lostNumbers(pending, source),
      ...lost.map((block) => lostWords(block, source)),
      ...held.hidden.map((text) => hiddenWords(text, source)),
    ],
  }
}

function placed(block: Block, locator: string): Block {
  const links = block.links?.map((link) => ({...link, locator}))
  return {...block, locator, ...(links ? {links} : {})}
}

function lostWords({text, locator}: Block, source: SourcePlace): Warning {
  return {
    code: 'words-lost',
    message: `Words of "${text.slice(0, 60)}" stand in a field or box that is not read: set them as plain text in Word.`,
    source: {...source, locator},
  }
}

function hiddenWords(text: string, source: SourcePlace): Warning {
  return {
    code: 'hidden-text',
    message: `"${text.slice(0, 60)}" is hidden in Word and was taken: take it out if it is not meant to be published.`,
    source,
  }
}

function lostNumbers(pending: readonly NumberedParagraph[], source: SourcePlace): Warning[] {
  return pending.map(({label, text}) => ({
    code: 'number-lost',
    message: `The number "${label}" before "${text.slice(0, 40)}" found no place in the text.`,
    source,
  }))
}

/** The converter's own tree, of which only this much is known. */
interface WordElement {
  type: string
  children?: WordElement[]
  value?: string
  [attribute: string]: unknown
}

function withNumbers(element: WordElement, pending: NumberedParagraph[]): WordElement {
  const [next] = pending
  if (element.type === 'paragraph' && next && wordsOf(element).trim() === next.text) {
    pending.shift()
    const number: WordElement = {type: 'run', children: [{type: 'text', value: `${next.label} `}]}
    return {...element, numbering: null, children: [number, ...(element.children ?? [])]}
  }
  return element.children
    ? {...element, children: element.children.map((child) => withNumbers(child, pending))}
    : element
}

function wordsOf({type, value, children = []}: WordElement): string {
  if (type === 'text') return value ?? ''
  if (type === 'tab') return '\t'
  return children.map(wordsOf).join('')
}
