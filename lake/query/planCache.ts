import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {compileNode} from './compile/compile.ts'
import {Env, type PlanNotes} from './compile/env.ts'
import type {Evaluate} from './compile/scope.ts'
import {queryParseError} from './errors.ts'
import {listenConditions} from './listen.ts'
import {
  type Shape,
  parametersOf,
  parseDelta,
  parseQuery,
  requireParameters,
  shapeKey,
  shapeOf,
} from './parse.ts'
import {compileTraced} from './sourceMap/compileTraced.ts'
import type {Trace} from './sourceMap/traceEnv.ts'
import {type OutputNeeds, outputNeeds} from './plan/output.ts'
import {type Varies, variesBy} from './plan/uses.ts'

/** Queries that are remembered; the first that came is the first to go. */
const MAX_QUERIES = 1000
/** Plans for one query, which differ by the parameters in its brackets. */
const MAX_SHAPES = 50

/** A query, parsed and compiled. It holds for every perspective and all values of its parameters. */
export interface QueryPlan {
  readonly evaluate: Evaluate
  /** The same, telling where each value comes from; compiled when it is first asked for. */
  trace(): Trace
  readonly output: OutputNeeds
  /** Names of the parameters that must be given. */
  readonly parameters: ReadonlySet<string>
  /** What besides documents and parameters may change the answer. */
  readonly varies: Varies
  /** How documents are found, in words. */
  readonly lines: readonly string[]
}

interface KnownQuery {
  readonly shape: Shape
  readonly plans: Map<string, QueryPlan>
}

/** Parses and compiles queries, and remembers the last ones. */
export class PlanCache {
  readonly #queries = new Map<string, KnownQuery>()
  readonly #interned = new Map<string, string>()

  plan(query: string, params: JsonObject): QueryPlan {
    const {shape, plans} = this.#query(query, params)
    const key = shapeKey(shape, params)
    const known = plans.get(key)
    if (known !== undefined) {
      requireParameters(known.parameters, query, params)
      return known
    }
    const plan = this.#compile(query, params, shape)
    plans.set(key, plan)
    evict(plans, MAX_SHAPES)
    return plan
  }

  /** The conditions of a listen query, each of a document. */
  conditions(query: string, params: JsonObject): Evaluate[] {
    const tree = parseQuery(query, params, this.#query(query, params).shape)
    return guarded(query, () => {
      const env = new Env(compileNode, this.#notes()).nested()
      return listenConditions(tree, query).map((condition) => env.compile(condition))
    })
  }

  /** An expression on a change and its document; not remembered, since rules are kept by who has them. */
  deltaExpression(expression: string): {evaluate: Evaluate; output: OutputNeeds} {
    const tree = parseDelta(expression)
    return guarded(expression, () => ({
      evaluate: new Env(compileNode, this.#notes()).nested().compile(tree),
      output: outputNeeds(tree),
    }))
  }

  #query(query: string, params: JsonObject): KnownQuery {
    let known = this.#queries.get(query)
    if (known === undefined) {
      known = {shape: shapeOf(query, params), plans: new Map()}
      this.#queries.set(query, known)
      evict(this.#queries, MAX_QUERIES)
    }
    return known
  }

  #compile(query: string, params: JsonObject, shape: Shape): QueryPlan {
    const tree: ExprNode = parseQuery(query, params, shape)
    return guarded(query, () => {
      const notes = this.#notes()
      const evaluate = new Env(compileNode, notes).compile(tree)
      const trace = once(() => compileTraced(tree, new Env(compileNode, this.#notes())))
      return {
        evaluate,
        trace,
        output: outputNeeds(tree),
        parameters: parametersOf(tree),
        varies: variesBy(tree),
        lines: notes.lines,
      }
    })
  }

  #notes(): PlanNotes {
    return {memos: 0, lines: [], intern: (text) => this.#intern(text)}
  }

  #intern(text: string): string {
    let name = this.#interned.get(text)
    if (name === undefined) {
      name = String(this.#interned.size)
      this.#interned.set(text, name)
    }
    return name
  }
}

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined
  return () => (made ??= make())
}

/** What a compiler refuses is a fault of the query. */
function guarded<Result>(query: string, compile: () => Result): Result {
  try {
    return compile()
  } catch (error) {
    if (error instanceof LakeError || !(error instanceof Error)) throw error
    throw queryParseError(query, error.message)
  }
}

function evict(cache: Map<string, unknown>, most: number): void {
  for (const oldest of cache.keys()) {
    if (cache.size <= most) return
    cache.delete(oldest)
  }
}
