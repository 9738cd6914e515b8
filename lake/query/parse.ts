import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import type {JsonObject} from '../model/document.ts'
import {queryParseError} from './errors.ts'

/** Parses a query. Parameters shape the tree: `title[$lang]`, `[0...$limit]`. */
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
