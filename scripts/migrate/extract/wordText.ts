import {XmlElement, type XmlNode} from 'libxml2-wasm'

import type {Block} from '../model.ts'
import {withXml} from './xml.ts'

/** The namespaces of a Word file. */
export const W = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
}
/** What a reader of the document does not see: words that are deleted, or moved from here. */
export const NOT_SEEN = '[not(ancestor::w:del or ancestor::w:moveFrom)]'
const NUMBER_OF_NOTE = /\[\d{1,3}\]/g
/** The parts of a Word file that hold its headers and footers. */
export const PART_AROUND_PAGES = /^word\/(?<kind>header|footer)\d*\.xml$/
/** What shows of a run. */
const SHOWN = '*[self::w:t or self::w:sym or self::w:noBreakHyphen or self::w:tab or self::w:br]'
/** Runs that are struck through, once or twice. */
const STRUCK = "[w:rPr/*[self::w:strike or self::w:dstrike][not(@w:val = '0' or @w:val = 'false')]]"
/**
 * Stands for a sign of a font such as Symbol, which the converter writes as what it looks like, and around
 * words that are struck through, which are read apart.
 */
const SIGN = '\uFFFC'

/** What a part of a Word file holds, read apart from the converter, which leaves out what it does not know. */
export interface WordText {
  /** The words of every paragraph, those in text boxes among them. */
  paragraphs: string[]
  /** Words that are set to be hidden. */
  hidden: string[]
  /** The formulas, which the converter does not know. */
  formulas: Block[]
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
    const paragraphs = elements('//w:p[not(ancestor::mc:Fallback)]').map((paragraph) => {
      // The paragraphs of a text box are paragraphs of their own.
      const own = `${NOT_SEEN}[count(ancestor::w:p) = ${depthOf(paragraph)}]`
      return {
        text: words(`.//w:r/${SHOWN}${own}`, paragraph),
        formulas: paragraph.find(`.//m:oMath${own}`, W).map(wordsOfFormula),
      }
    })
    return {
      paragraphs: paragraphs.map(({text}) => text).filter((text) => text.trim() !== ''),
      formulas: placedFormulas(paragraphs),
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

/** Each with the paragraph that it stands in, or behind. */
function placedFormulas(paragraphs: readonly {text: string; formulas: string[]}[]): Block[] {
  let number = 0
  return paragraphs.flatMap(({text, formulas}) => {
    if (text.trim() !== '') number += 1
    const locator = `paragraph ${Math.max(number, 1)}`
    return formulas
      .filter((formula) => formula !== '')
      .map((formula): Block => ({kind: 'paragraph', text: formula, locator}))
  })
}

function wordsOfFormula(formula: XmlNode): string {
  return formula
    .find('.//m:t', W)
    .map(({content}) => content.trim())
    .join(' ')
    .trim()
}

function shownBy(element: XmlElement): string {
  const {name, content} = element
  const isStruck = element.find(`parent::w:r${STRUCK}`, W).length > 0
  if (name === 't') return isStruck ? `${SIGN}${content}${SIGN}` : content
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
export function lettersOf(text: string): string {
  return text.replaceAll(NUMBER_OF_NOTE, '').replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
