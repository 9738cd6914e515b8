import type {SourcePlace, Warning} from '../model.ts'
import {isFurniture} from './htmlContent.ts'
import {attribute, elements, elementsAround, lineOf, normalise, textOf, type Element} from './htmlTree.ts'

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i

/** Whether an element is too small to be seen, as what counts visitors is. */
export const isDot = (element: Element): boolean =>
  ['width', 'height'].some((side) => /^[01](?:px)?$/.test(attribute(element, side)?.trim() ?? ''))

/** The hidden words that are in the text of a page: as in a Word file they are taken, and told. */
export function hiddenWords(all: readonly Element[], content: Element, source: SourcePlace): Warning[] {
  const inContent = new Set(elements(content))
  return all
    .filter((element) => hides(element) && !elementsAround(element).some(hides) && !isFurniture(element))
    .filter((element) => inContent.has(element) || elements(element).includes(content))
    .map((element) => ({text: normalise(textOf(element)), locator: lineOf(element)}))
    .filter(({text}) => text !== '')
    .map(({text, locator}) => ({
      code: 'hidden-text',
      message: `"${text.slice(0, 60)}" is hidden on the page and was taken: take it out if it is not meant to be published.`,
      source: {...source, locator},
    }))
}

function hides(element: Element): boolean {
  return attribute(element, 'hidden') !== undefined || HIDDEN_STYLE.test(attribute(element, 'style') ?? '')
}
