import {readLabel} from '../parse/label.ts'
import {languageOf} from '../parse/language.ts'
import {canonicalUrl} from '../parse/webAddress.ts'
import type {Block, Page, SourcePlace, Warning} from '../model.ts'

const BULLET = /^\s*[•·*-]\s+/
const LONGEST_HEADING = 80
const SENTENCE_END = /[.!?…:;,»”’")\]]$/

/** Whether a text is a page of the old website saved as text: its address stands on the first line. */
export function isPageText(text: string): boolean {
  return /^\uFEFF?\s*https?:\/\/\S+\s*(\r?\n|$)/.test(text)
}

/**
 * Reads a page saved as text: address, title, then one paragraph on a line, bullets with `•`, short lines
 * without a full stop as headings.
 */
export function extractPageText(text: string, source: SourcePlace, sha256: string): Page {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({text: line.trim(), raw: line, locator: `line ${index + 1}`}))
    .filter((line) => line.text !== '')
  const [address, title, ...body] = lines
  const url = canonicalUrl(address?.text ?? '')
  const blocks = body.map((line, index): Block => {
    if (BULLET.test(line.raw))
      return {kind: 'listItem', text: line.text.replace(BULLET, ''), locator: line.locator}
    const kind = isHeading(line.text, body[index + 1]?.text) ? 'heading' : 'paragraph'
    return {kind, text: line.text, locator: line.locator}
  })
  const language = languageOf({url, text: blocks.map((block) => block.text).join(' ')})
  return {
    source,
    sha256,
    format: 'pageText',
    ...(url ? {url} : {}),
    ...(language ? {language} : {}),
    title: title?.text ?? '',
    titleLocator: title?.locator ?? 'line 1',
    blocks,
    links: [],
    images: [],
    warnings: truncation(blocks, source),
  }
}

/** A short line, not itself ended as a sentence, above a longer one. */
function isHeading(text: string, next: string | undefined): boolean {
  if (next === undefined || text.length > LONGEST_HEADING || readLabel(text)) return false
  return (
    /^[^:]+ \d{4}.*:$/.test(text) ||
    (!SENTENCE_END.test(text) && !text.includes(':') && next.length > text.length * 2)
  )
}

function truncation(blocks: Block[], source: SourcePlace): Warning[] {
  const last = blocks.findLast((block) => block.kind === 'paragraph')
  if (!last || last !== blocks.at(-1) || !last.text.includes('. ') || SENTENCE_END.test(last.text)) return []
  return [
    {
      code: 'text-cut-off',
      message: `The last sentence has no end ("…${last.text.slice(-30)}"): the file may be cut off. Compare it with the page.`,
      source: {...source, locator: last.locator},
    },
  ]
}
