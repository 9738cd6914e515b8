import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {compileNode} from './compile/compile.ts'
import {Env, type PlanNotes} from './compile/env.ts'
import {Budget, type Run} from './compile/run.ts'
import {type Evaluate, Scope} from './compile/scope.ts'
import {queryParseError} from './errors.ts'
import {listenConditions} from './listen.ts'
import {parametersOf, parseQuery} from './parse.ts'
import {Dataset} from './perspective/dataset.ts'
import {stackOf} from './perspective/stack.ts'
import type {View} from './perspective/view.ts'
import {datasetTag} from './syncTags.ts'
import type {DatasetName, QueryEngine, QueryRequest} from './types.ts'
import {toJson} from './value/value.ts'

const DEFAULT_DEADLINE = 60_000

interface Plan {
  evaluate: Evaluate
  notes: PlanNotes
}

function compileQuery(query: string, params: JsonObject): Plan {
  const tree = parseQuery(query, params)
  for (const name of parametersOf(tree)) {
    if (Object.hasOwn(params, name)) continue
    const at = query.indexOf(`$${name}`)
    throw queryParseError(query, `param $${name} referenced, but not provided`, at, at + name.length + 1)
  }
  try {
    const notes: PlanNotes = {memos: 0, lines: []}
    return {evaluate: new Env(compileNode, notes).compile(tree), notes}
  } catch (error) {
    if (error instanceof LakeError || !(error instanceof Error)) throw error
    throw queryParseError(query, error.message)
  }
}

/** Creates the engine over a dataset's documents. */
export function createQueryEngine(documents: Iterable<StoredDocument>, name: DatasetName): QueryEngine {
  const dataset = new Dataset(documents)

  const viewOf = ({perspective, publicOnly = false}: QueryRequest): View =>
    dataset.view(stackOf(perspective), publicOnly)

  const runOf = (view: View, params: JsonObject, request?: QueryRequest): Run => ({
    view,
    params,
    now: request?.now ?? new Date(),
    identity: request?.identity ?? '',
    dataset: name,
    budget: new Budget(request?.deadline ?? DEFAULT_DEADLINE),
    memo: [],
  })

  return {
    query(request) {
      const start = performance.now()
      const plan = compileQuery(request.query, request.params)
      const run = runOf(viewOf(request), request.params, request)
      const result = toJson(plan.evaluate(new Scope(null, null, run))) as Json
      return {result, syncTags: [datasetTag()], ms: Math.round(performance.now() - start)}
    },
    apply: (changes) => dataset.apply(changes),
    filter(query, params) {
      const tree = parseQuery(query, params)
      const env = new Env(compileNode, {memos: 0, lines: []}).nested()
      const conditions = listenConditions(tree, query).map((condition) => env.compile(condition))
      const view = dataset.view(null, false)
      return (document) => {
        const run = runOf(view, params)
        const scope = new Scope(document, new Scope(null, null, run), run)
        return conditions.every((holds) => holds(scope) === true)
      }
    },
    explain() {
      return 'Walks every document of the perspective'
    },
  }
}
