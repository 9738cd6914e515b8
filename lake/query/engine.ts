import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import {Budget, type Run, type Tuning} from './compile/run.ts'
import {Scope} from './compile/scope.ts'
import {toJson} from './output.ts'
import {Dataset} from './perspective/dataset.ts'
import type {View} from './perspective/view.ts'
import {PlanCache} from './planCache.ts'
import {DATASET_TAG} from './syncTags.ts'
import type {DatasetName, QueryEngine, QueryRequest} from './types.ts'

const DEFAULT_DEADLINE = 60_000

/** Creates the engine over a dataset's documents. */
export function createQueryEngine(
  documents: Iterable<StoredDocument>,
  name: DatasetName,
  tuning: Tuning = {few: 16, streamed: 512},
): QueryEngine {
  const dataset = new Dataset(documents)
  const plans = new PlanCache()

  const runOf = (view: View, params: JsonObject, start: number, request?: QueryRequest): Run => ({
    view,
    params,
    operands: [],
    now: request?.now ?? new Date(),
    identity: request?.identity ?? '',
    dataset: name,
    budget: new Budget(request?.deadline ?? DEFAULT_DEADLINE, start),
    tuning,
    memo: [],
  })

  return {
    query(request) {
      const start = performance.now()
      const {params, perspective, publicOnly = false} = request
      const plan = plans.plan(request.query, params)
      const view = dataset.view(perspective, publicOnly)
      const value = plan.evaluate(new Scope(null, null, runOf(view, params, start, request)))
      const result: Json = toJson(value, plan.output, view)
      return {result, syncTags: [DATASET_TAG], ms: Math.round(performance.now() - start)}
    },
    apply: (changes) => dataset.apply(changes),
    filter(query, params) {
      const conditions = plans.conditions(query, params)
      return (document) => {
        const run = runOf(dataset.view('raw', false), params, performance.now())
        const scope = new Scope(document, new Scope(null, null, run), run)
        return conditions.every((holds) => holds(scope) === true)
      }
    },
    explain(request) {
      const {lines} = plans.plan(request.query, request.params)
      return lines.length === 0 ? 'needs no documents, or all of them' : lines.join('\n')
    },
  }
}
