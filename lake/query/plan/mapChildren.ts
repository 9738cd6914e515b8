import type {ExprNode} from 'groq-js'
import {childrenOf} from './children.ts'
import type {Frame} from './frame.ts'

/** Rebuilds an expression with each sub-expression replaced. */
export function mapChildren(
  node: ExprNode,
  frame: Frame,
  replace: (child: ExprNode, frame: Frame) => ExprNode,
): ExprNode {
  const frames = new Map<unknown, Frame>(childrenOf(node, frame))
  if (frames.size === 0) return node
  const rebuild = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(rebuild)
    if (typeof part !== 'object' || part === null) return part
    const inner = frames.get(part)
    return inner === undefined ? rebuildFields(part) : replace(part as ExprNode, inner)
  }
  const rebuildFields = (part: object): object =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, rebuild(value)]))
  return rebuildFields(node) as ExprNode
}
