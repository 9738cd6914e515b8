import type {InTable} from '../model.ts'
import {isData, placesOf, type GridCell} from './dataTable.ts'
import {footnoteOf, type Footnotes} from './footnotes.ts'
import {attribute, elements, normalise, textOf, type Element, type Node} from './htmlTree.ts'

/** What no cell of words and figures holds: a table around these arranges a page. */
const OF_A_PAGE = /^(?:table|h[1-6]|ul|ol|dl|img|blockquote|pre|figure|iframe|object|form)$/
const WIDEST_SPAN = 100

/** Where the cells and the captions of the tables of data below an element stand in their table. */
export function cellsOfTables(root: Element, notes: Footnotes): ReadonlyMap<Node, InTable> {
  const tables = elements(root).filter(({tagName}) => tagName === 'table')
  return new Map(tables.flatMap((table) => partsOf(table, notes)))
}

/** The cells and the caption of a table; none when the table only arranges what is in it. */
function partsOf(table: Element, notes: Footnotes): [Node, InTable][] {
  if (isLayout(table, notes)) return []
  const cells = placed(rowsOf(table)).filter(({words}) => words !== '')
  if (!isData(cells)) return []
  const captions = captionsOf(table, cells)
  const {table: data, places} = placesOf(
    cells.filter(({of}) => !captions.includes(of)),
    isHeader,
  )
  return [...captions.map((of): [Node, InTable] => [of, {table: data, place: 'caption'}]), ...places]
}

function isLayout(table: Element, notes: Footnotes): boolean {
  return (
    /^(?:presentation|none)$/.test(attribute(table, 'role') ?? '') ||
    elements(table).some((inner) => inner !== table && OF_A_PAGE.test(inner.tagName)) ||
    footnoteOf(table, notes) !== undefined
  )
}

/** The rows as a browser shows them: the foot last, wherever it is written. */
function rowsOf(table: Element): Element[] {
  const isFoot = ({tagName}: Element): boolean => tagName === 'tfoot'
  const parts = childrenOf(table, /^(?:tr|thead|tbody|tfoot)$/)
  return [...parts.filter((part) => !isFoot(part)), ...parts.filter(isFoot)].flatMap((part) =>
    part.tagName === 'tr' ? [part] : childrenOf(part, /^tr$/),
  )
}

function childrenOf(element: Element, names: RegExp): Element[] {
  return element.childNodes.filter((node): node is Element => 'tagName' in node && names.test(node.tagName))
}

/** The cells by row and column. The words of a cell that spans several stand in the first of them. */
function placed(rows: readonly Element[]): GridCell<Element>[] {
  /** The first row in which each column is free again. */
  const freeFrom: number[] = []
  return rows.flatMap((tr, row) => {
    let column = 0
    return childrenOf(tr, /^t[dh]$/).map((of) => {
      while ((freeFrom[column] ?? 0) > row) column += 1
      const cell = {of, row, column, words: wordsOf(of)}
      const end = column + spanOf(of, 'colspan')
      for (; column < end; column += 1) freeFrom[column] = row + spanOf(of, 'rowspan')
      return cell
    })
  })
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '', 10)
  return Math.min(Math.max(Number.isNaN(span) ? 1 : span, 1), WIDEST_SPAN)
}

/** The caption, or else what stands alone across the top. */
function captionsOf(table: Element, cells: readonly GridCell<Element>[]): Element[] {
  const captions = childrenOf(table, /^caption$/).filter((caption) => wordsOf(caption) !== '')
  const [first, second] = cells
  if (captions.length > 0 || !first || first.row === second?.row) return captions
  return spanOf(first.of, 'colspan') > 1 ? [first.of] : []
}

/** Whether a row names the columns: it says so, or it is in bold and the next is not. */
function isHeader(row: readonly GridCell<Element>[], next: readonly GridCell<Element>[]): boolean {
  const every = (cells: readonly GridCell<Element>[], has: (cell: Element) => boolean): boolean =>
    cells.every(({of}) => has(of))
  return every(row, saysHeader) || (every(row, isBold) && !every(next, isBold))
}

function saysHeader({tagName, parentNode}: Element): boolean {
  const part = parentNode && 'parentNode' in parentNode ? parentNode.parentNode : null
  return tagName === 'th' || part?.nodeName === 'thead'
}

function isBold(cell: Element): boolean {
  return elements(cell).some(
    (inner) => /^(?:strong|b)$/.test(inner.tagName) && wordsOf(inner) === wordsOf(cell),
  )
}

const wordsOf = (node: Node): string => normalise(textOf(node))
