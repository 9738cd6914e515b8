import {defaultTreeAdapter as tree, type DefaultTreeAdapterTypes} from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** Every element below a node, in the order of the document. */
export function elements(root: Node): Element[] {
  const found: Element[] = []
  const pending: Node[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (tree.isElementNode(node)) found.push(node)
    if ('childNodes' in node) pending.push(...node.childNodes.toReversed())
  }
  return found
}

/** The elements around a node, the nearest first. */
export function elementsAround({parentNode}: Element): Element[] {
  const around: Element[] = []
  for (let node: Node | null = parentNode; node && tree.isElementNode(node); node = node.parentNode) {
    around.push(node)
  }
  return around
}

export function find(all: Element[], tagName: string): Element | undefined {
  return all.find((element) => element.tagName === tagName)
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => (one.prefix ? `${one.prefix}:${one.name}` : one.name) === name)?.value
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name)
}

/** A line break that the page asks for, unlike those of its source. */
export const LINE_BREAK = '\u2028'

/** The words of a node, without those of scripts and styles. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  if (!('childNodes' in node)) return ''
  if (tree.isElementNode(node) && node.tagName === 'br') return LINE_BREAK
  if (tree.isElementNode(node) && /^(script|style|template|noscript)$/.test(node.tagName)) return ''
  return node.childNodes.map(textOf).join('')
}

/** Words in one line. */
export function normalise(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The line of the file on which a node begins. */
export function lineOf(node: Node): string {
  const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined
  return `line ${location?.startLine ?? 1}`
}
