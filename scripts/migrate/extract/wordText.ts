import {XmlElement} from 'libxml2-wasm'

import type {Block} from '../model.ts'
import {withXml} from './xml.ts'

const W = {w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'}
/** What a reader of the document does not see: words that are deleted, or moved from here. */
const NOT_SEEN = '[not(ancestor::w:del or ancestor::w:moveFrom)]'
const NUMBER_OF_NOTE = /\[\d{1,3}\]/g

/** What a Word file holds, read apart from the converter, which leaves out what it does not know. */
export interface WordText {
  /** The words of every paragraph, those in text boxes among them. */
  paragraphs: string[]
  /** Words that are set to be hidden. */
  hidden: string[]
}

export function wordText(documentXml: string): WordText {
  return withXml(documentXml, ({root}) => {
    const words = (path: string, from: XmlElement): string =>
      from
        .find(path, W)
        .map((node) => node.content)
        .join('')
    const elements = (path: string): XmlElement[] =>
      root.find(path, W).filter((node) => node instanceof XmlElement)
    return {
      paragraphs: elements('//w:body//w:p')
        // The paragraphs of a text box are paragraphs of their own.
        .map((paragraph) =>
          words(`.//w:t${NOT_SEEN}[count(ancestor::w:p) = ${depthOf(paragraph)}]`, paragraph),
        )
        .filter((text) => text.trim() !== ''),
      hidden: elements(`//w:body//w:r[w:rPr/w:vanish[not(@w:val = '0' or @w:val = 'false')]]${NOT_SEEN}`)
        .map((run) => words('./w:t', run))
        .filter((text) => text.trim() !== ''),
    }
  })
}

function depthOf(paragraph: XmlElement): number {
  return paragraph.find('ancestor-or-self::w:p', W).length
}

/** The paragraphs of which words are not in what was read: each of them as a block, to be accounted for. */
export function lostParagraphs({paragraphs}: WordText, read: string): Block[] {
  const known = squeezed(read)
  const lost = paragraphs.filter((text) => !known.includes(squeezed(text)))
  return [...new Set(lost)].map((text) => ({
    kind: 'paragraph',
    text: text.trim(),
    locator: `paragraph ${paragraphs.indexOf(text) + 1}`,
  }))
}

/** Spaces and the numbers of notes are the converter's; a soft hyphen shows only at the end of a line. */
function squeezed(text: string): string {
  return text.replaceAll(NUMBER_OF_NOTE, '').replaceAll(/[\s\u00a0\u00ad]+/g, '')
}
