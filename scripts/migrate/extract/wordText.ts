import {XmlElement} from 'libxml2-wasm'

import type {Block} from '../model.ts'
import {withXml} from './xml.ts'

const W = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
}
/** What a reader of the document does not see: words that are deleted, or moved from here. */
const NOT_SEEN = '[not(ancestor::w:del or ancestor::w:moveFrom)]'
const NUMBER_OF_NOTE = /\[\d{1,3}\]/g
/** The parts of a Word file that hold its headers and footers. */
export const PART_AROUND_PAGES = /^word\/(?<kind>header|footer)\d*\.xml$/
/** What shows of a run. */
const SHOWN = '*[self::w:t or self::w:sym or self::w:noBreakHyphen or self::w:tab or self::w:br]'
/** Stands for a sign of a font such as Symbol, which the converter writes as what it looks like. */
const SIGN = '\uFFFC'

/** What a part of a Word file holds, read apart from the converter, which leaves out what it does not know. */
export interface WordText {
  /** The words of every paragraph, those in text boxes among them. */
  paragraphs: string[]
  /** Words that are set to be hidden. */
  hidden: string[]
}

/** @param partXml the document itself, or its header or footer */
export function wordText(partXml: string): WordText {
  return withXml(partXml, ({root}) => {
    const words = (path: string, from: XmlElement): string =>
      from
        .find(path, W)
        .map((node) => (node instanceof XmlElement ? shownBy(node) : ''))
        .join('')
    const elements = (path: string): XmlElement[] =>
      root.find(path, W).filter((node) => node instanceof XmlElement)
    return {
      paragraphs: elements('//w:p[not(ancestor::mc:Fallback)]')
        // The paragraphs of a text box are paragraphs of their own.
        .map((paragraph) =>
          words(`.//w:r/${SHOWN}${NOT_SEEN}[count(ancestor::w:p) = ${depthOf(paragraph)}]`, paragraph),
        )
        .filter((text) => text.trim() !== ''),
      hidden: elements(`//w:r[w:rPr/w:vanish[not(@w:val = '0' or @w:val = 'false')]]${NOT_SEEN}`)
        .map((run) => words('./w:t', run))
        .filter((text) => text.trim() !== ''),
    }
  })
}

/**
 * What stands above and below the pages, each text once. The numbers of pages are Word's own, and the title
 * is read already.
 */
export function aroundPages(parts: ReadonlyMap<string, string>, title: string): Block[] {
  const texts = [...parts].flatMap(([name, xml]): [string, string][] => {
    const locator = PART_AROUND_PAGES.exec(name)?.groups?.['kind']
    return locator ? wordText(xml).paragraphs.map((text) => [text.replaceAll(SIGN, '').trim(), locator]) : []
  })
  return [...new Map(texts)]
    .filter(([text]) => /\p{L}/u.test(text) && lettersOf(text) !== lettersOf(title))
    .map(([text, locator]) => ({kind: 'paragraph', text, locator}))
}

function depthOf(paragraph: XmlElement): number {
  return paragraph.find('ancestor-or-self::w:p', W).length
}

function shownBy({name, content}: XmlElement): string {
  if (name === 't') return content
  if (name === 'sym') return SIGN
  return name === 'noBreakHyphen' ? '-' : ' '
}

/**
 * The paragraphs of which words are not in what was read: each of them as a block, to be accounted for. Each
 * word that was read is found once, the longest paragraphs first: a short one is not found inside another.
 *
 * @param title what a paragraph may repeat, which is read once
 */
export function lostParagraphs({paragraphs}: WordText, title: string, read: string): Block[] {
  const unclaimed = [lettersOf(`${title}${read}`)]
  const claim = (words: string): boolean => {
    const index = unclaimed.findIndex((text) => text.includes(words))
    const text = unclaimed[index]
    if (text === undefined) return false
    const at = text.indexOf(words)
    unclaimed.splice(index, 1, text.slice(0, at), text.slice(at + words.length))
    return true
  }
  const lost = new Set(
    paragraphs
      .flatMap((text) => text.split(SIGN).map((part) => ({text, words: lettersOf(part)})))
      .filter(({words}) => words !== '' && words !== lettersOf(title))
      .toSorted((a, b) => b.words.length - a.words.length)
      .filter(({words}) => !claim(words))
      .map(({text}) => text),
  )
  return paragraphs.flatMap((text, index): Block[] =>
    lost.delete(text)
      ? [{kind: 'paragraph', text: text.replaceAll(SIGN, '').trim(), locator: `paragraph ${index + 1}`}]
      : [],
  )
}

/** Spaces, hyphens and the numbers of notes are the converter's. */
function lettersOf(text: string): string {
  return text.replaceAll(NUMBER_OF_NOTE, '').replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
