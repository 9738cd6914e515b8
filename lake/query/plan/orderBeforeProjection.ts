import type {ExprNode} from 'groq-js'
import {readChain} from './chain.ts'
import {criteriaOf, throughProjection} from './criteria.ts'

/**
 * An order of projected documents as a projection of ordered documents, so that an index can order
 * and only what is left by a slice is projected. Any other expression is answered as it is.
 */
export function orderBeforeProjection(node: ExprNode): ExprNode {
  if (node.type !== 'PipeFuncCall' || node.name !== 'order') return node
  const {base} = node
  if (base.type !== 'Map' || readChain(base.base) === undefined) return node
  const {expr} = base
  if (expr.type !== 'Projection' || expr.base.type !== 'This') return node
  const args: ExprNode[] = []
  for (const criterion of criteriaOf(node)) {
    const inner = throughProjection(criterion.node, expr.expr)
    if (inner === undefined) return node
    args.push({type: criterion.descending ? 'Desc' : 'Asc', base: inner})
  }
  return {...base, base: {...node, base: base.base, args}}
}
