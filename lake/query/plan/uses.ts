import type {ExprNode} from 'groq-js'
import {childrenOf} from './children.ts'
import {type Frame, rootFrame} from './frame.ts'

/** What an expression reads besides its own literals. */
export interface Uses {
  /** Levels of the frames whose value it reads. */
  readonly levels: Set<number>
  /** Reads other documents: `*`, `->`. */
  dataset: boolean
  /** Differs from one evaluation to the next: `now()`. */
  volatile: boolean
  /** Differs from one request or perspective to the next: `identity()`, `_originalId`. */
  request: boolean
}

/** What differs between requests, and patterns, which are not values that an index could keep. */
const REQUEST_FUNCTIONS = new Set(['identity', 'path', 'query'])
const REQUEST_NAMESPACES = new Set(['sanity', 'delta'])
const READS_THIS = new Set(['references', 'versionOf', 'partOfRelease'])

/** What `node` reads when it is evaluated in `frame`; frames that it opens itself do not count. */
export function usesOf(node: ExprNode, frame: Frame): Uses {
  const uses: Uses = {levels: new Set(), dataset: false, volatile: false, request: false}
  collect(node, frame, uses)
  for (const level of uses.levels) if (level > frame.level) uses.levels.delete(level)
  return uses
}

function collect(node: ExprNode, frame: Frame, uses: Uses): void {
  if (node.type === 'This') uses.levels.add(frame.level)
  else if (node.type === 'AccessAttribute') {
    if (node.base === undefined) uses.levels.add(frame.level)
    if (node.name === '_originalId') uses.request = true
  } else if (node.type === 'Parent') {
    const parent = frame.parent(node.n)
    if (parent !== null) uses.levels.add(parent.level)
  } else if (node.type === 'Context') uses.request = true
  else if (node.type === 'Everything' || node.type === 'Deref') uses.dataset = true
  else if (node.type === 'FuncCall') {
    if (READS_THIS.has(node.name) || node.namespace === 'diff') uses.levels.add(frame.level)
    if (node.namespace === 'releases') uses.dataset = true
    if (node.name === 'now') uses.volatile = true
    if (REQUEST_FUNCTIONS.has(node.name) || REQUEST_NAMESPACES.has(node.namespace)) uses.request = true
  }
  for (const [child, inner] of childrenOf(node, frame)) collect(child, inner, uses)
}

/** Whether an expression reads no scope at all, so that its value is the same everywhere. */
export const isClosed = (uses: Uses): boolean => uses.levels.size === 0

/** What may change the answer of a query besides documents and parameters. */
export interface Varies {
  /** `now()` */
  byTime: boolean
  /** `identity()` */
  byIdentity: boolean
}

/** Finds what may change the answer of a query. */
export function variesBy(tree: ExprNode): Varies {
  const varies: Varies = {byTime: false, byIdentity: false}
  const visit = (node: ExprNode): void => {
    if (node.type === 'FuncCall' && node.name === 'now') varies.byTime = true
    if (node.type === 'FuncCall' && node.name === 'identity') varies.byIdentity = true
    for (const [child] of childrenOf(node, rootFrame())) visit(child)
  }
  visit(tree)
  return varies
}
