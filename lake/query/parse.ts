import {type ExprNode, GroqSyntaxError} from 'groq-js'
import type {Json, JsonObject} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {queryParseError} from './errors.ts'
import {type GroqMode, parseGroq} from './geoCall.ts'
import {childrenOf} from './plan/children.ts'
import {rootFrame} from './plan/frame.ts'

/**
 * Parameters shape the tree where they stand in brackets: `title[$lang]` is an attribute,
 * `[0...$limit]` a slice. Only those are given to the parser, so that one tree serves all values of
 * the others.
 */
export interface Shape {
  /** Names of the parameters that shape the tree. */
  readonly names: readonly string[]
}

/** Finds out which of the parameters shape the tree of a query. */
export function shapeOf(query: string, params: JsonObject): Shape {
  const numbers = Object.keys(params).filter((name) => typeof params[name] === 'number')
  try {
    return {names: bracketParameters(parseBounded(query, {}))}
  } catch (error) {
    // A slice needs its numbers to be parsed at all.
    if (error instanceof GroqSyntaxError || numbers.length === 0) return {names: []}
  }
  try {
    const tree = parseBounded(query, pick(params, numbers))
    return {names: [...numbers, ...bracketParameters(tree)]}
  } catch {
    return {names: numbers}
  }
}

/** A text that tells the shapes of a query apart. */
export const shapeKey = ({names}: Shape, params: JsonObject): string =>
  names.length === 0 ? '' : JSON.stringify(names.map((name) => shapingValue(params[name])))

/** Values that cannot stand in brackets all make the same tree. */
const shapingValue = (value: Json | undefined): Json =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** Parses a query for the given values of its shaping parameters. */
export function parseQuery(query: string, params: JsonObject, {names}: Shape): ExprNode {
  const shaping = names.filter((name) => shapingValue(params[name]) !== null)
  const tree = parseWith(query, pick(params, shaping))
  requireParameters(parametersOf(tree), query, params)
  return tree
}

/** Parses an expression on a change, which has no parameters. */
export function parseDelta(expression: string): ExprNode {
  const tree = parseWith(expression, {}, 'delta')
  requireParameters(parametersOf(tree), expression, {})
  return tree
}

/** Refuses a query whose parameters are not all given. */
export function requireParameters(names: Iterable<string>, query: string, params: JsonObject): void {
  for (const name of names) {
    if (Object.hasOwn(params, name)) continue
    const at = Math.max(query.indexOf(`$${name}`), 0)
    const end = Math.min(at + name.length + 1, query.length)
    throw queryParseError(query, `param $${name} referenced, but not provided`, at, end)
  }
}

/** Deeper trees take long to compile, or more stack than there is. */
const MAX_LEVELS = 500

/** The parser's time grows faster than the query, but for the texts in it. */
const MAX_CHARACTERS = 50_000
const TEXTS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs

const isTooLong = (query: string): boolean =>
  query.length > MAX_CHARACTERS && query.replaceAll(TEXTS, '').length > MAX_CHARACTERS

function parseBounded(query: string, params: JsonObject, mode?: GroqMode): ExprNode {
  if (isTooLong(query)) {
    throw queryParseError(
      query,
      `The query has more than ${MAX_CHARACTERS} characters besides its texts: move values to parameters`,
    )
  }
  const tree = parseGroq(query, params, mode)
  let level = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_LEVELS) throw queryParseError(query, `The query has more than ${MAX_LEVELS} levels`)
    level = level.flatMap((node) => childrenOf(node, rootFrame()).map(([child]) => child))
  }
  return tree
}

function parseWith(query: string, params: JsonObject, mode?: GroqMode): ExprNode {
  try {
    return parseBounded(query, params, mode)
  } catch (error) {
    if (error instanceof GroqSyntaxError) {
      const at = Math.min(error.position, query.length)
      throw queryParseError(query, error.message, at, Math.min(at + 1, query.length))
    }
    if (error instanceof Error && !(error instanceof LakeError)) throw queryParseError(query, error.message)
    throw error
  }
}

function pick(params: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {}
  for (const name of names) if (Object.hasOwn(params, name)) picked[name] = params[name] ?? null
  return picked
}

/** Names of the parameters that a tree asks for. */
export function parametersOf(tree: ExprNode, into = new Set<string>()): Set<string> {
  if (tree.type === 'Parameter') into.add(tree.name)
  for (const [child] of childrenOf(tree, rootFrame())) parametersOf(child, into)
  return into
}

/** Names of the parameters in filters that would be an access, were the values known. */
function bracketParameters(tree: ExprNode): string[] {
  const names = new Set<string>()
  const visit = (node: ExprNode): void => {
    if (node.type === 'Filter' && isConstant(node.expr)) parametersOf(node.expr, names)
    for (const [child] of childrenOf(node, rootFrame())) visit(child)
  }
  visit(tree)
  return [...names]
}

/** What the parser evaluates while it parses. */
function isConstant(node: ExprNode): boolean {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return true
    case 'Group':
    case 'Pos':
    case 'Neg':
      return isConstant(node.base)
    case 'OpCall':
      return /^([-+*/%]|\*\*)$/.test(node.op) && isConstant(node.left) && isConstant(node.right)
    default:
      return false
  }
}
