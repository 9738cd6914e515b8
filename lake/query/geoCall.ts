import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import type {JsonObject} from '../model/document.ts'

/**
 * groq-js doesn't know the function `geo()`. It reads `geo(x)` as `geo::latLng(MARK, x)`, which no
 * query can mean: a latitude is a number.
 */
const MARK = '\u0000geo()'
const CALL = `geo::latLng(${JSON.stringify(MARK)},`

/** Texts and comments are passed over; then `geo(`, unless it is the end of a longer name. */
const TOKENS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/.*|(?<![\w$.:])geo\s*\(/g

/** Whether a call of `geo::latLng` stands for one of `geo()`. */
export const isGeoCall = ([first]: readonly ExprNode[]): boolean =>
  first?.type === 'Value' && first.value === MARK

/** In delta mode there is a change to speak of: `before()`, `after()` and `delta::` functions. */
export type GroqMode = 'normal' | 'delta'

/**
 * Parses a query, `geo()` included.
 *
 * @throws GroqSyntaxError with the position in the query as it was given
 */
export function parseGroq(query: string, params: JsonObject, mode: GroqMode = 'normal'): ExprNode {
  if (!/\bgeo\s*\(/.test(query)) return parse(query, {params, mode})
  const shifts: {after: number; by: number}[] = []
  const text = query.replaceAll(TOKENS, (token, offset: number) => {
    if (!token.startsWith('geo')) return token
    shifts.push({after: offset, by: CALL.length - token.length})
    return CALL
  })
  try {
    return parse(text, {params, mode})
  } catch (error) {
    if (!(error instanceof GroqSyntaxError)) throw error
    const detail = error.message.slice(error.message.indexOf(': ') + 2)
    throw new GroqSyntaxError(positionIn(error.position, shifts), query, detail)
  }
}

/** Where a position of the text that was parsed lies in the query. */
function positionIn(position: number, shifts: readonly {after: number; by: number}[]): number {
  let shift = 0
  for (const {after, by} of shifts) {
    if (after + shift >= position) break
    shift += Math.min(by, position - after - shift)
  }
  return position - shift
}
