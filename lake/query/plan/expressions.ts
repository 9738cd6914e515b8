import {type ExprNode, unparse} from 'groq-js'
import type {ValueOf} from '../indexes/documentKeys.ts'
import type {Value} from '../value/value.ts'
import {rootFrame} from './frame.ts'
import type {OperandValues} from './probe.ts'
import {usesOf} from './uses.ts'

/** Reads a value that is the same for all documents: a literal or an operand. */
export type Source = (values: OperandValues) => Value

/** An expression as a source, when it is one. Conditions have been cut from their operands before. */
export function sourceOf(node: ExprNode): Source | undefined {
  if (node.type === 'Group') return sourceOf(node.base)
  if (node.type === 'Value') {
    const value = (node.value ?? null) as Value
    return () => value
  }
  if (node.type !== 'Parameter') return undefined
  const at = Number(node.name)
  return (values) => values[at] ?? null
}

/** An expression that depends on the document alone, so that it can be indexed. */
export interface DocumentExpression {
  /** The same for the same expression in any query. */
  key: string
  /** As a person would write it. */
  words: string
  valueOf: ValueOf
}

/** Compiles an expression that depends on the document alone. */
export type CompileForDocument = (node: ExprNode) => ValueOf

/** An expression of a cut condition as one of the document alone, when it is. */
export function documentExpression(
  node: ExprNode | undefined,
  compile: CompileForDocument,
): DocumentExpression | undefined {
  if (node === undefined || node.type === 'This' || node.type === 'Value') return undefined
  const frame = rootFrame().nested()
  const uses = usesOf(node, frame)
  if (uses.request || uses.dataset || uses.volatile) return undefined
  if (uses.levels.size !== 1 || !uses.levels.has(frame.level)) return undefined
  return {key: JSON.stringify(node), words: unparse(node), valueOf: compile(node)}
}
