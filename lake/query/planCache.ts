import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {compileNode} from './compile/compile.ts'
import {Env, type PlanNotes} from './compile/env.ts'
import type {Evaluate} from './compile/scope.ts'
import {queryParseError} from './errors.ts'
import {listenConditions} from './listen.ts'
import {type Shape, parametersOf, parseQuery, requireParameters, shapeKey, shapeOf} from './parse.ts'
import {type OutputNeeds, outputNeeds} from './plan/output.ts'

const MAX_PLANS = 1000

/** A query, parsed and compiled. It holds for every perspective and all values of its parameters. */
export interface QueryPlan {
  readonly evaluate: Evaluate
  readonly output: OutputNeeds
  /** Names of the parameters that must be given. */
  readonly parameters: ReadonlySet<string>
  /** How documents are found, in words. */
  readonly lines: readonly string[]
}

/** Parses and compiles queries, and remembers the last ones. */
export class PlanCache {
  readonly #shapes = new Map<string, Shape>()
  readonly #plans = new Map<string, QueryPlan>()
  readonly #interned = new Map<string, string>()

  plan(query: string, params: JsonObject): QueryPlan {
    const shape = this.#shape(query, params)
    const key = `${shapeKey(shape, params)}\n${query}`
    let plan = this.#plans.get(key)
    if (plan === undefined) plan = this.#compile(query, params, shape)
    else requireParameters(plan.parameters, query, params)
    this.#plans.delete(key)
    this.#plans.set(key, plan)
    evict(this.#plans)
    return plan
  }

  /** The conditions of a listen query, each of a document. */
  conditions(query: string, params: JsonObject): Evaluate[] {
    const tree = parseQuery(query, params, this.#shape(query, params))
    return guarded(query, () => {
      const env = new Env(compileNode, this.#notes()).nested()
      return listenConditions(tree, query).map((condition) => env.compile(condition))
    })
  }

  #shape(query: string, params: JsonObject): Shape {
    let shape = this.#shapes.get(query)
    if (shape === undefined) {
      shape = shapeOf(query, params)
      this.#shapes.set(query, shape)
      evict(this.#shapes)
    }
    return shape
  }

  #compile(query: string, params: JsonObject, shape: Shape): QueryPlan {
    const tree: ExprNode = parseQuery(query, params, shape)
    return guarded(query, () => {
      const notes = this.#notes()
      const evaluate = new Env(compileNode, notes).compile(tree)
      return {evaluate, output: outputNeeds(tree), parameters: parametersOf(tree), lines: notes.lines}
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

/** What a compiler refuses is a fault of the query. */
function guarded<Result>(query: string, compile: () => Result): Result {
  try {
    return compile()
  } catch (error) {
    if (error instanceof LakeError || !(error instanceof Error)) throw error
    throw queryParseError(query, error.message)
  }
}

function evict(cache: Map<string, unknown>): void {
  for (const oldest of cache.keys()) {
    if (cache.size <= MAX_PLANS) return
    cache.delete(oldest)
  }
}
