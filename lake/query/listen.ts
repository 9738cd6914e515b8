import type {ExprNode} from 'groq-js'
import {queryParseError} from './errors.ts'

/** The conditions on `*` at the root of a listen query; what is done with the found is left out. */
export function listenConditions(node: ExprNode, query: string): ExprNode[] {
  switch (node.type) {
    case 'Everything':
      return []
    case 'Filter':
      return [...listenConditions(node.base, query), node.expr]
    case 'PipeFuncCall':
    case 'Map':
    case 'FlatMap':
    case 'Projection':
    case 'Slice':
    case 'AccessElement':
    case 'AccessAttribute':
    case 'Deref':
    case 'ArrayCoerce':
    case 'Group':
      if (node.base !== undefined) return listenConditions(node.base, query)
  }
  throw queryParseError(query, 'A listener needs a query that starts with a filter on *')
}
