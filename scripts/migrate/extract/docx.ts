import mammoth from 'mammoth'

import type {Block, Page, SourcePlace} from '../model.ts'
import {ExtractError} from './extractError.ts'
import {extractHtml} from './html.ts'
import {readZipText, zipEntryNames} from './zip.ts'
import {wordsOf, type WordElement} from './wordElement.ts'
import {twiceStruck, withStrikes} from './wordStrikes.ts'
import {hiddenWords, keptStrike, lostFormula, lostNumbers, lostWords} from './wordWarnings.ts'
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
  const struck = twiceStruck(parts.get('word/document.xml') ?? '')
  const {value} = await mammoth
    .convertToHtml(
      {buffer: Buffer.from(bytes)},
      {
        styleMap: STYLE_MAP,
        externalFileAccess: false,
        transformDocument: (element) => withNumbers(withStrikes(element, struck), pending),
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
  const page = extractHtml(`<body>${onLines(value)}</body>`, source, sha256)
  const [first, ...rest] = page.blocks
  const titled =
    page.title === '' && first ? {title: first.text, blocks: rest} : {title: page.title, blocks: page.blocks}
  const held = wordText(parts.get('word/document.xml') ?? '')
  const place = paragraphAt(titled.blocks)
  const leftOut = (page.outside ?? []).map((block) => placed(block, place(block.locator)))
  const read = [...page.blocks, ...leftOut].map(({text}) => text).join('\n')
  const lost = lostParagraphs(held, page.title, read)
  const outside = [...leftOut, ...lost, ...held.formulas, ...aroundPages(parts, titled.title)]
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
      ...page.warnings.map((warning) => ({
        ...warning,
        source: {...source, locator: place(warning.source.locator ?? '')},
      })),
      ...lostNumbers(pending, source),
      ...lost.map((block) => lostWords(block, source)),
      ...held.formulas.map((block) => lostFormula(block, source)),
      ...struck.map(({runs}) => keptStrike(runs.join(''), source)),
      ...held.hidden.map((text) => hiddenWords(text, source)),
    ],
  }
}

/** The converter's HTML with each paragraph on a line of its own, by which it is found again. */
function onLines(html: string): string {
  return html.replaceAll(/<\/(?:p|h[1-6]|li|td|th)>/g, '$&\n')
}

/** The paragraph that stands on a line of the converter's HTML, or else the one before it. */
function paragraphAt(blocks: readonly Block[]): (locator: string) => string {
  const lineOf = (locator: string): number => Number(locator.replace('line ', ''))
  const lines = blocks.map(({locator}) => lineOf(locator))
  return (locator) => `paragraph ${1 + lines.filter((line) => line <= lineOf(locator)).length}`
}

function placed(block: Block, locator: string): Block {
  const links = block.links?.map((link) => ({...link, locator}))
  return {...block, locator, ...(links ? {links} : {})}
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
