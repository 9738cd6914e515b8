import type {ExprNode} from 'groq-js'
import {childrenOf} from './children.ts'
import {mapChildren} from './mapChildren.ts'
import {type Frame, rootFrame} from './frame.ts'
import {type Uses, usesOf} from './uses.ts'

/**
 * A condition or an order of documents, cut in two: operands, which do not depend on the document
 * and are evaluated once, and the rest, which depends on the document and the operands alone.
 */
export class Operands {
  /** Expressions to be evaluated where the document's frame is, without a document. */
  readonly nodes: ExprNode[] = []
  readonly #frame: Frame
  readonly #known = new Map<string, number>()

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** Cuts an expression; undefined when the rest would depend on more than document and operands. */
  cut(node: ExprNode): ExprNode | undefined {
    const before = this.nodes.length
    const rest = this.#cut(node, this.#frame)
    if (rest === undefined) {
      for (const operand of this.nodes.splice(before)) this.#known.delete(JSON.stringify(operand))
    }
    return rest
  }

  /** Whether an expression has the same value for every document. */
  isIndependent(node: ExprNode): boolean {
    return this.#isOperand(node, this.#frame, usesOf(node, this.#frame))
  }

  #cut(node: ExprNode, frame: Frame): ExprNode | undefined {
    if (node.type === 'Value') return node
    const uses = usesOf(node, frame)
    if (this.#isOperand(node, frame, uses)) return this.#operand(node)
    const isForeign = node.type === 'Everything' || node.type === 'Deref' || readsDataset(node)
    if (isForeign || isVolatile(node)) return undefined
    if (node.type === 'Parent' && this.#isOutside(uses)) return undefined
    let whole = true
    const rest = mapChildren(node, frame, (child, inner) => {
      const part = this.#cut(child, inner)
      if (part === undefined) whole = false
      return part ?? child
    })
    return whole ? rest : undefined
  }

  /** Operands can be moved to the document's frame: they read frames around it, or none. */
  #isOperand(node: ExprNode, frame: Frame, {levels}: Uses): boolean {
    if (levels.size === 0) return node.type !== 'Value'
    return frame === this.#frame && !levels.has(this.#frame.level)
  }

  #isOutside({levels}: Uses): boolean {
    return [...levels].some((level) => level < this.#frame.level)
  }

  #operand(node: ExprNode): ExprNode {
    const text = JSON.stringify(node)
    let at = this.#known.get(text)
    if (at === undefined) {
      at = this.nodes.push(node) - 1
      this.#known.set(text, at)
    }
    return {type: 'Parameter', name: operandName(at)}
  }
}

/** The name of the parameter that stands for an operand. */
export const operandName = (at: number): string => String(at)

/** The operands that a cut expression mentions. */
export function operandsIn(node: ExprNode): number[] {
  const numbers = new Set<number>()
  const visit = (part: ExprNode): void => {
    if (part.type === 'Parameter') numbers.add(Number(part.name))
    for (const [child] of childrenOf(part, rootFrame())) visit(child)
  }
  visit(node)
  return [...numbers].sort((a, b) => a - b)
}

const readsDataset = (node: ExprNode): boolean => node.type === 'FuncCall' && node.namespace === 'releases'

const isVolatile = (node: ExprNode): boolean => node.type === 'FuncCall' && node.name === 'now'
