import {defaultTreeAdapter as tree} from 'parse5'

import type {Block, SourcePlace, Warning} from '../model.ts'
import {blocksIn, type Reading} from './htmlBlocks.ts'
import {isEmbedded, isFurniture} from './htmlContent.ts'
import {attribute, elementsAround, lineOf, normalise, textOf, type Element} from './htmlTree.ts'

/** What is left out of the text, to be accounted for. */
export interface LeftOut {
  blocks: Block[]
  warnings: Warning[]
}

/**
 * Takes out of a page what is no text of it: the words of what shows something else, and words that are struck
 * through, which hold no more. As with deletions in a Word file, what remains is the text.
 *
 * @param all the elements of the body; changed
 */
export function takeOut(all: readonly Element[], reading: Reading, source: SourcePlace): LeftOut {
  const found = new Set(
    all.filter((element) => (isEmbedded(element) || isStruck(element)) && !isFurniture(element)),
  )
  const outermost = all.filter(
    (element) => found.has(element) && !elementsAround(element).some((one) => found.has(one)),
  )
  const warnings = outermost.filter(isStruck).flatMap((element) => struckWords(element, source))
  const blocks = outermost.flatMap((element) => blocksIn(element, reading))
  for (const element of outermost) empty(element)
  return {blocks, warnings}
}

const LINE_THROUGH = /text-decoration(?:-line)?\s*:[^;]*line-through/i

function isStruck(element: Element): boolean {
  return /^(?:s|strike|del)$/.test(element.tagName) || LINE_THROUGH.test(attribute(element, 'style') ?? '')
}

function struckWords(element: Element, source: SourcePlace): Warning[] {
  const text = normalise(textOf(element))
  return text === '' ? [] : [struckWarning(text, {...source, locator: lineOf(element)})]
}

const struckWarning = (text: string, source: SourcePlace): Warning => ({
  code: 'words-lost',
  message: `"${text.slice(0, 60)}" is struck through and was left out: write it in the text if it still holds.`,
  source,
})

/** A struck cell keeps its place in the table, and a frame says that the table around it arranges a page. */
function empty(element: Element): void {
  for (let node = element.childNodes[0]; node; node = element.childNodes[0]) tree.detachNode(node)
  if (!isEmbedded(element) && !/^t[dh]$/.test(element.tagName)) tree.detachNode(element)
}
