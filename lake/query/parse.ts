import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import type {JsonObject} from '../model/document.ts'
import {queryParseError} from './errors.ts'
import {childrenOf} from './plan/children.ts'
import {rootFrame} from './plan/frame.ts'

/** Parses a query with the parameters that shape its tree; the others stay parameters in it. */
export function parseQuery(query: string, params: JsonObject): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    if (error instanceof GroqSyntaxError) {
      const at = Math.min(error.position, query.length)
      throw queryParseError(query, error.message, at, Math.min(at + 1, query.length))
    }
    if (error instanceof Error) throw queryParseError(query, error.message)
    throw error
  }
}

/** Names of parameters that a tree asks for. */
export function parametersOf(tree: ExprNode): Set<string> {
  const names = new Set<string>()
  const visit = (node: ExprNode): void => {
    if (node.type === 'Parameter') names.add(node.name)
    for (const [child] of childrenOf(node, rootFrame())) visit(child)
  }
  visit(tree)
  return names
}
