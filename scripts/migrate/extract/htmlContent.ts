import {attribute, elements, hasClass, textOf, type Element, type Node} from './htmlTree.ts'

/** What never holds words that a reader came for. */
const NEVER_CONTENT = new Set(['script', 'style', 'template', 'form', 'nav'])

/** What shows something else than text, with the words that stand in for it. */
const EMBEDDED = new Set(['noscript', 'iframe', 'object', 'embed', 'svg', 'video', 'audio'])

/** Where the text of a page stands, from the old website's own markup to any page; the first that exists. */
const CONTENT: readonly ((element: Element) => boolean)[] = [
  (element) => hasClass(element, 'field-name-body'),
  (element) => element.tagName === 'article',
  (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  (element) => attribute(element, 'id') === 'content' || hasClass(element, 'region-content'),
  (element) => element.tagName === 'body',
]

/** The part of a page that holds its text. */
export function contentOf(all: readonly Element[]): Element | undefined {
  return CONTENT.map((matches) => all.find(matches)).find(Boolean)
}

/** The whole that the text of a page belongs to, where a photo stands beside it; never the page itself. */
export function regionAround(content: Element): Element {
  let region = content
  for (let node: Node | null = content.parentNode; node && 'tagName' in node; node = node.parentNode) {
    const outer = node
    if (node.tagName !== 'body' && CONTENT.some((matches) => matches(outer))) region = outer
  }
  return region
}

/** A form with this much text in it is the whole page, as some old systems wrapped it. */
const LEAST_PAGE_IN_FORM = 200

/** Asked again for every element inside. */
const smallForms = new WeakMap<Element, boolean>()

/** Whether an element shows something else than text. */
export const isEmbedded = ({tagName}: Element): boolean => EMBEDDED.has(tagName)

/** Whether nothing in an element is text of the page. */
export const isNeverText = (element: Element): boolean => isEmbedded(element) || isNeverContent(element)

/** Whether nothing in an element is content; the fields of a form are not, a page inside a form is. */
function isNeverContent(element: Element): boolean {
  if (element.tagName !== 'form') return NEVER_CONTENT.has(element.tagName)
  const known = smallForms.get(element) ?? isSmallForm(element)
  smallForms.set(element, known)
  return known
}

function isSmallForm(element: Element): boolean {
  const prose = elements(element).filter(({tagName}) => /^(?:h[1-6]|p|li|td)$/.test(tagName))
  return prose.reduce((total, one) => total + textOf(one).trim().length, 0) < LEAST_PAGE_IN_FORM
}

const FURNITURE = /\b(?:breadcrumb|menu|footer|header|skip-link)\b/

/** Whether an element, or one around it, is what every page of the site repeats. */
export function isFurniture(element: Element): boolean {
  for (let node: Node | null = element; node && 'tagName' in node; node = node.parentNode) {
    if (isNeverContent(node)) return true
    // The classes of the page as a whole say which menus it has, not that it is one.
    const names = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`
    if (!/^(?:html|body)$/.test(node.tagName) && FURNITURE.test(names)) return true
  }
  return false
}
