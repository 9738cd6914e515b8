import {defaultTreeAdapter as tree} from 'parse5'

import {attribute, elements, textOf, type Element, type Node} from './htmlTree.ts'

const LABEL = /^[[(]?(?<label>\d{1,3}|[*†‡]|[ivx]{1,5})[\])]?$/i
const BACK = /^[↑↩⇧^]\uFE0E?$/

/** The elements that hold footnotes, with the label that the text cites each by. */
export type Footnotes = ReadonlyMap<Node, string>

/**
 * Makes footnotes words of the page: `[1]` where the text cites one, `[1]` before its own words, and no links
 * to and fro, which would lead nowhere once page and note are running text.
 *
 * @param all every element of the page; changed
 */
export function spellFootnotes(all: readonly Element[]): Footnotes {
  const byName = new Map(
    all.flatMap((element): [string, Element][] => {
      const name = attribute(element, 'id') ?? attribute(element, 'name')
      return name ? [[name, element]] : []
    }),
  )
  const links = all.filter(
    (element) => element.tagName === 'a' && /^#./.test(attribute(element, 'href') ?? ''),
  )
  const notes = new Map<Node, string>()
  for (const [index, link] of links.entries()) {
    const text = textOf(link).trim()
    const label = LABEL.exec(text)?.groups?.['label']
    const note = byName.get((attribute(link, 'href') ?? '').slice(1))
    if (BACK.test(text)) tree.detachNode(link)
    else if (label && note) {
      spell(link, `[${label}]`)
      // The note's own number leads back to the text, where the note is known already.
      const leadsBack = links.slice(0, index).some((earlier) => holds(note, earlier) || note === earlier)
      if (!leadsBack && !notes.has(note)) notes.set(note, label)
    }
  }
  for (const [note, label] of notes) labelNote(note, `[${label}]`)
  return notes
}

/** The label of the footnote that an element is, or is part of, or begins with. */
export function footnoteOf(node: Node, notes: Footnotes): string | undefined {
  if (notes.size === 0) return undefined
  for (let outer: Node | null = node; outer; outer = 'parentNode' in outer ? outer.parentNode : null) {
    const label = notes.get(outer)
    if (label !== undefined) return label
  }
  return elements(node)
    .map((inner) => notes.get(inner))
    .find((label) => label !== undefined)
}

function spell(link: Element, words: string): void {
  link.tagName = 'span'
  link.nodeName = 'span'
  link.attrs = link.attrs.filter(({name}) => name !== 'href')
  for (let child = link.childNodes[0]; child; child = link.childNodes[0]) tree.detachNode(child)
  tree.insertText(link, words)
}

function labelNote(note: Node, label: string): void {
  const own = tree.isElementNode(note) ? textOf(note).trim() : ''
  if (own.startsWith(label)) return
  const first = firstWords(note)
  if (first) first.value = `${label} ${first.value.replace(/^\s*\d{1,3}[.)]?\s+/, '').trimStart()}`
}

function firstWords(node: Node): {value: string} | undefined {
  if (tree.isTextNode(node)) return node.value.trim() === '' ? undefined : node
  if (!('childNodes' in node)) return undefined
  return node.childNodes.map(firstWords).find(Boolean)
}

function holds(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = 'parentNode' in node ? node.parentNode : null) {
    if (node === outer) return true
  }
  return false
}
