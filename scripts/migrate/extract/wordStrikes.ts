import {XmlElement} from 'libxml2-wasm'

import {wordsOf, type WordElement} from './wordElement.ts'
import {lettersOf, NOT_SEEN, W} from './wordText.ts'
import {withXml} from './xml.ts'

/** A paragraph with words that two lines go through, which the converter does not know of. */
export interface TwiceStruck {
  letters: string
  runs: string[]
}

export function twiceStruck(documentXml: string): TwiceStruck[] {
  return withXml(documentXml, ({root}) => {
    const texts = (path: string, from: XmlElement): string[] => from.find(path, W).map(({content}) => content)
    return root
      .find('//w:p[.//w:dstrike][not(ancestor::mc:Fallback)]', W)
      .filter((node) => node instanceof XmlElement)
      .map((paragraph) => ({
        letters: lettersOf(texts(`.//w:r/w:t${NOT_SEEN}`, paragraph).join('')),
        runs: texts(
          `.//w:r[w:rPr/w:dstrike[not(@w:val = '0' or @w:val = 'false')]]${NOT_SEEN}/w:t`,
          paragraph,
        ),
      }))
      .filter(({runs}) => runs.length > 0)
  })
}

/** The tree with those words struck once, which the converter does know; a paragraph that was found goes. */
export function withStrikes(element: WordElement, pending: TwiceStruck[]): WordElement {
  const [next] = pending
  if (element.type === 'paragraph' && next && lettersOf(wordsOf(element)) === next.letters) {
    pending.shift()
    return strike(element, next.runs)
  }
  return element.children
    ? {...element, children: element.children.map((child) => withStrikes(child, pending))}
    : element
}

function strike(element: WordElement, runs: readonly string[]): WordElement {
  const struck = element.type === 'run' && runs.includes(wordsOf(element))
  return {
    ...element,
    ...(struck ? {isStrikethrough: true} : {}),
    ...(element.children ? {children: element.children.map((child) => strike(child, runs))} : {}),
  }
}
