import type {ExprNode} from 'groq-js'
import type {Env} from '../compile/env.ts'
import type {Scope} from '../compile/scope.ts'
import type {Traced} from './traced.ts'

/** A scope whose `@` and `^` know where they come from, over the plain one that conditions are read in. */
export class TracedScope {
  readonly plain: Scope
  readonly traced: Traced
  readonly parent: TracedScope | null

  constructor(plain: Scope, traced: Traced, parent: TracedScope | null) {
    this.plain = plain
    this.traced = traced
    this.parent = parent
  }
}

/** A compiled expression that tells where its value comes from. */
export type Trace = (scope: TracedScope) => Traced

/** Compiles one expression in an environment. */
type CompileTrace = (node: ExprNode, env: TraceEnv) => Trace

/** Where an expression stands while it is compiled to a trace, over the environment of plain closures. */
export class TraceEnv {
  readonly plain: Env
  readonly #compile: CompileTrace

  constructor(compile: CompileTrace, plain: Env) {
    this.#compile = compile
    this.plain = plain
  }

  trace(node: ExprNode): Trace {
    return this.#compile(node, this)
  }

  /** Inside a filter, a projection or an order. */
  nested(): TraceEnv {
    return new TraceEnv(this.#compile, this.plain.nested())
  }

  /** Inside a mapping, which `^` does not see. */
  concealed(): TraceEnv {
    return new TraceEnv(this.#compile, this.plain.concealed())
  }

  /** The run-time counterpart of `nested` and `concealed`. */
  opener(): (scope: TracedScope, traced: Traced) => TracedScope {
    const open = this.plain.opener()
    const {hidden} = this.plain.frame
    return (scope, traced) =>
      new TracedScope(open(scope.plain, traced.value), traced, hidden ? scope.parent : scope)
  }
}
