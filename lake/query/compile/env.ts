import type {ExprNode} from 'groq-js'
import {type Frame, rootFrame} from '../plan/frame.ts'
import type {Value} from '../value/value.ts'
import {type Evaluate, Scope} from './scope.ts'

/** What all expressions of one plan share while it is compiled. */
export interface PlanNotes {
  /** How many memo places a run needs. */
  memos: number
  /** The access paths chosen, in words. */
  readonly lines: string[]
  /** A short name for a long text, the same for the same text in all plans of an engine. */
  intern(text: string): string
}

/** Compiles one expression in an environment. */
export type CompileNode = (node: ExprNode, env: Env) => Evaluate

/** Where an expression stands while it is compiled. */
export class Env {
  readonly frame: Frame
  readonly notes: PlanNotes
  readonly #compile: CompileNode

  constructor(compile: CompileNode, notes: PlanNotes, frame: Frame = rootFrame()) {
    this.#compile = compile
    this.notes = notes
    this.frame = frame
  }

  compile(node: ExprNode): Evaluate {
    return this.#compile(node, this)
  }

  /** Inside a filter, a projection, an order or a score. */
  nested(): Env {
    return new Env(this.#compile, this.notes, this.frame.nested())
  }

  /** Inside a mapping, which `^` does not see. */
  concealed(): Env {
    return new Env(this.#compile, this.notes, this.frame.concealed())
  }

  /** In a document alone, with operands for all that is around it. */
  detached(): Env {
    return new Env(this.#compile, {...this.notes, memos: 0}, rootFrame().nested())
  }

  /** The run-time counterpart of `nested` and `concealed`. */
  opener(): (scope: Scope, value: Value) => Scope {
    return this.frame.hidden
      ? (scope, value) => new Scope(value, scope.parent, scope.run)
      : (scope, value) => new Scope(value, scope, scope.run)
  }
}
