import {defaultTreeAdapter as tree} from 'parse5'

import {attribute, elements, textOf, type Element, type Node} from './htmlTree.ts'

const IS_ITEM = /mso-list:\s*l\d+/
const IS_MARKER = /mso-list:\s*Ignore/i
/** What counts: numbers, and letters with a mark. A bare letter is how Word draws bullets (o, v, q, n, l). */
const COUNTS = /^(?:\(?\d+(?:\.\d+)*[.):]?|\([a-z]{1,5}[.):]?|[a-z]{1,5}[.):])$/i

/**
 * Makes the lists that Word pasted into a page what a reader saw: what Word drew before an item goes when it
 * is a bullet, and stays as words when it counts, since "2.3" is what others refer to.
 *
 * @param all every element of the page; changed
 */
export function spellWordLists(all: readonly Element[]): void {
  for (const item of all) {
    const style = item.attrs.find(({name}) => name === 'style')
    if (!style || !IS_ITEM.test(style.value)) continue
    const drawn = markerOf(item)
    const marker = drawn
      .map(textOf)
      .join('')
      .replace(/[\s\u00a0]+/g, '')
    const [first, ...others] = drawn
    for (const node of others) detach(node)
    if (!first) continue
    if (COUNTS.test(marker)) {
      style.value = style.value.replace(/mso-list:[^;]*;?/g, '')
      const parent = 'parentNode' in first ? first.parentNode : null
      if (parent) tree.insertTextBefore(parent, `${marker} `, first as Element)
    }
    detach(first)
  }
}

/** The nodes that Word marks as drawn by itself, or keeps for programs that know no lists. */
function markerOf(item: Element): Node[] {
  const marked = elements(item).find((inner) => IS_MARKER.test(attribute(inner, 'style') ?? ''))
  if (marked) return [marked]
  const nodes = item.childNodes
  const begin = nodes.findIndex((node) => tree.isCommentNode(node) && /supportLists/.test(node.data))
  const end = nodes.findIndex(
    (node, index) => index > begin && tree.isCommentNode(node) && /endif/.test(node.data),
  )
  return begin === -1 || end === -1 ? [] : nodes.slice(begin + 1, end)
}

function detach(node: Node): void {
  if ('parentNode' in node && node.parentNode) tree.detachNode(node)
}
