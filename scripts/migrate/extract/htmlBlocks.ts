import {serialize, serializeOuter, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes} from 'parse5'

import type {Block, PageLink} from '../model.ts'
import {readLabel} from '../parse/label.ts'
import {footnoteOf, type Footnotes} from './footnotes.ts'
import {isNeverText} from './htmlContent.ts'
import {cellsOfTables} from './htmlTables.ts'
import {elements, LINE_BREAK, lineOf, normalise, textOf, type Element, type Node} from './htmlTree.ts'

const BLOCK_TAGS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'blockquote',
  'pre',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'caption',
])

export interface Reading {
  /** The links that are kept, by element. */
  links: ReadonlyMap<Node, PageLink>
  notes: Footnotes
  /** Elements of which nothing is wanted. */
  skip?: (element: Element) => boolean
}

/** The innermost blocks in reading order; text that stands between blocks becomes a paragraph of its own. */
export function blocksIn(root: Element, {links, notes, skip = () => false}: Reading): Block[] {
  const blocks: Block[] = []
  const places = cellsOfTables(root, notes)
  /** A block with the cell that it stands in, if any. */
  const inCell = (block: Block, node: Node): Block => {
    for (let outer: Node | null = node; outer && outer !== root; outer = parentOf(outer)) {
      const inTable = places.get(outer)
      if (inTable) inTable.table.parts += 1
      const cell = 'tagName' in outer && /^t[dh]$/.test(outer.tagName) && block.kind === 'paragraph'
      if (inTable || cell) return {...block, ...(cell ? {cell} : {}), ...(inTable ? {inTable} : {})}
    }
    return block
  }
  const linksIn = (nodes: readonly Node[]): Pick<Block, 'links'> => {
    const found = nodes.flatMap(elements).flatMap((element) => links.get(element) ?? [])
    return found.length > 0 ? {links: found} : {}
  }
  let loose: DefaultTreeAdapterTypes.ChildNode[] = []
  /** The item of a list that has no words yet; what else stands in it are paragraphs. */
  let item: Element | undefined
  const push = (block: Block, inner: string) => {
    blocks.push(
      item && block.kind === 'paragraph' && block.note === undefined ? asItem(block, inner, item) : block,
    )
    item = undefined
  }
  const flush = () => {
    const text = normalise(loose.map((node) => textOf(node)).join(''))
    const first = loose.find((node) => textOf(node).trim() !== '')
    const inner = loose.map(outer).join('')
    if (first && text !== '') {
      const locator = lineOf(first)
      const block: Block = {kind: 'paragraph', text, locator, html: `<p>${inner}</p>`, ...linksIn(loose)}
      push(inCell(block, first), inner)
    }
    loose = []
  }
  const walk = (parent: Element) => {
    if (parent.tagName === 'li') item = parent
    for (const node of parent.childNodes) {
      if (!tree.isElementNode(node)) {
        if (tree.isTextNode(node)) loose.push(node)
        continue
      }
      if (isNeverText(node) || skip(node)) continue
      if (node.tagName === 'br') flush()
      else if (holdsBlocks(node)) {
        flush()
        walk(node)
        flush()
        if (node.tagName === 'li') item = undefined
      } else if (BLOCK_TAGS.has(node.tagName)) {
        flush()
        const [block, ...others] = blockOf(node).map((one) => inCell(one, node))
        const note = footnoteOf(node, notes)
        if (block) {
          push({...block, ...linksIn([node]), ...(note ? {...asNote(block), note} : {})}, serialize(node))
          blocks.push(...others)
        }
      } else loose.push(node)
    }
  }
  walk(root)
  flush()
  return blocks
}

const CONTAINERS = new Set([
  'div',
  'section',
  'table',
  'tbody',
  'thead',
  'tr',
  'ul',
  'ol',
  'dl',
  'article',
  'figure',
  'center',
  'main',
  'header',
  'footer',
  'aside',
])

function holdsBlocks(element: Element): boolean {
  if (CONTAINERS.has(element.tagName)) return true
  return elements(element).some(
    (inner) => inner !== element && (BLOCK_TAGS.has(inner.tagName) || CONTAINERS.has(inner.tagName)),
  )
}

function blockOf(element: Element): Block[] {
  const locator = lineOf(element)
  const text = normalise(textOf(element))
  if (text === '') return []
  if (/^h[1-6]$/.test(element.tagName)) return [{kind: 'heading', text, locator, html: outer(element)}]
  if (element.tagName === 'li') {
    return [asItem({kind: 'listItem', text, locator}, serialize(element), element)]
  }
  const lines = textOf(element).split(LINE_BREAK).map(normalise).filter(Boolean)
  if (lines.length > 1 && lines.some(readLabel))
    return lines.map((line) => ({kind: 'paragraph', text: line, locator}))
  return [{kind: 'paragraph', text, locator, html: outer(element)}]
}

/** An item of a list, in lists as deep as it stood. */
function asItem(block: Block, inner: string, item: Element): Block {
  const lists: string[] = []
  for (let node: Node | null = item.parentNode; node && 'tagName' in node; node = node.parentNode) {
    if (/^[uo]l$/.test(node.tagName)) lists.unshift(node.tagName)
  }
  const around = lists.length > 0 ? lists : ['ul']
  const [before, after] = [
    around.map((list) => `<${list}><li>`).join(''),
    around
      .toReversed()
      .map((list) => `</li></${list}>`)
      .join(''),
  ]
  return {
    ...block,
    kind: 'listItem',
    text: block.text.replace(/^[·•]\s*/, ''),
    html: `${before}${inner}${after}`,
  }
}

/** A footnote is a paragraph with its own number, also where the page numbers it as a list. */
function asNote({html = ''}: Block): Pick<Block, 'kind' | 'html'> {
  return {
    kind: 'paragraph',
    html: html.replace(/^(?:<[uo]l><li[^>]*>)+/, '<p>').replace(/(?:<\/li><\/[uo]l>)+$/, '</p>'),
  }
}

const parentOf = (node: Node): Node | null => ('parentNode' in node ? node.parentNode : null)

function outer(node: DefaultTreeAdapterTypes.ChildNode): string {
  return tree.isTextNode(node) ? escapeText(node.value) : serializeOuter(node)
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
