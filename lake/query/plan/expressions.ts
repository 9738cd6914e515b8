import {type ExprNode, unparse} from 'groq-js'
import type {ValueOf} from '../indexes/documentKeys.ts'
import type {Value} from '../value/value.ts'
import {keyText} from '../value/keyText.ts'
import {rootFrame} from './frame.ts'
import {operandName, operandsIn} from './operands.ts'
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

/**
 * An expression that depends on the document alone, so that it can be indexed. It may mention
 * operands, such as the language in `title[language == $language][0].value`: there is one index for
 * each of their values.
 */
export interface DocumentExpression {
  /** As cut: the same for the same expression in one plan. */
  text: string
  /** The same for the same expression in any query, whatever the numbers of its operands. */
  key: string
  /** As a person would write it. */
  words: string
  /** A text for some values of the operands; undefined when there are no operands. */
  nameFor: ((values: OperandValues) => string) | undefined
  /** Reads documents, for some values of the operands. */
  readerFor: (values: OperandValues) => ValueOf
}

/** Compiles an expression that depends on a document and operands. */
export type CompileForDocument = (node: ExprNode) => (values: OperandValues) => ValueOf

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
  const text = JSON.stringify(node)
  const operands = operandsIn(node)
  if (operands.some(Number.isNaN)) return undefined
  return {
    text,
    key: operands.reduce((key, at, i) => key.replaceAll(parameterText(at), `"$${i}"`), text),
    words: unparse(node),
    nameFor:
      operands.length === 0 ? undefined : (values) => keyText(operands.map((at) => values[at] ?? null)),
    readerFor: compile(node),
  }
}

const parameterText = (at: number): string => JSON.stringify({type: 'Parameter', name: operandName(at)})
