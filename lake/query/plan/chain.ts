import type {ExprNode} from 'groq-js'
import type {Criterion} from './criteria.ts'
import {criteriaOf} from './criteria.ts'

/** `*` filtered and ordered: what indexes can answer. */
export interface Chain {
  conditions: ExprNode[]
  criteria: Criterion[]
}

/** Reads an expression as a chain, or answers undefined when it is none. */
export function readChain(node: ExprNode): Chain | undefined {
  switch (node.type) {
    case 'Everything':
      return {conditions: [], criteria: []}
    case 'Group':
      return readChain(node.base)
    case 'Filter': {
      const chain = readChain(node.base)
      return chain && {...chain, conditions: [...chain.conditions, ...conjunctsOf(node.expr)]}
    }
    case 'PipeFuncCall': {
      if (node.name !== 'order') return undefined
      const chain = readChain(node.base)
      return chain && {...chain, criteria: [...criteriaOf(node), ...chain.criteria]}
    }
    default:
      return undefined
  }
}

/** The parts of a condition that must all hold. */
export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return conjunctsOf(node.base)
  if (node.type === 'And') return [...conjunctsOf(node.left), ...conjunctsOf(node.right)]
  return [node]
}
