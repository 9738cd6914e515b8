import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import {Budget, type Endings, type Run, type Tuning} from './compile/run.ts'
import {Scope} from './compile/scope.ts'
import {indexUnfinished, indexesCrowded, queryError, queryTooLong} from './errors.ts'
import {toJson} from './output.ts'
import {Dataset} from './perspective/dataset.ts'
import type {View} from './perspective/view.ts'
import {PlanCache} from './planCache.ts'
import {changeTags} from './reads/changeTags.ts'
import {Reads} from './reads/reads.ts'
import {sourceMapOf} from './sourceMap/sourceMap.ts'
import {NOTHING} from './sourceMap/traced.ts'
import {TracedScope} from './sourceMap/traceEnv.ts'
import type {ChangeRule, DatasetName, DocumentChange, QueryEngine, QueryRequest} from './types.ts'
import {IndexUnfinished, TooCostly} from './worker/tooCostly.ts'

const DEFAULT_DEADLINE = 60_000
/** Milliseconds for a listener's filter: it runs with every change, between the writer and everyone else. */
const FILTER_DEADLINE = 100

type RunLimits = Pick<QueryRequest, 'now' | 'identity'> & {change?: DocumentChange}

/** Creates the engine over a dataset's documents. */
export function createQueryEngine(
  documents: Iterable<StoredDocument>,
  name: DatasetName,
  tuning: Tuning = {few: 16, streamed: 512},
): QueryEngine {
  const dataset = new Dataset(documents)
  const plans = new PlanCache()

  const runOf = (view: View, params: JsonObject, budget: Budget, request: RunLimits = {}): Run => ({
    view,
    params,
    operands: [],
    now: request.now ?? new Date(),
    identity: request.identity ?? '',
    dataset: name,
    budget,
    tuning,
    reads: new Reads(tuning.subjects),
    change: request.change ?? null,
    memo: [],
  })

  const rule = (filter: string | null, projection: string | null): ChangeRule => {
    const compiled = (expression: string | null) =>
      expression === null || expression.trim() === '' ? null : plans.deltaExpression(expression)
    const condition = compiled(filter)
    const projected = compiled(projection)
    const scopeOf = (change: DocumentChange): Scope => {
      const run = runOf(dataset.view('raw', false), {}, filterBudget(), {change})
      return new Scope(change.after ?? change.before, new Scope(null, null, run), run)
    }
    return {
      matches: (change) => condition === null || within(() => condition.evaluate(scopeOf(change))) === true,
      project(change) {
        if (projected === null) return change.after ?? change.before
        const scope = scopeOf(change)
        const value = within(() => projected.evaluate(scope))
        return within(() => toJson(value, projected.output, scope.run.view, scope.run.budget))
      },
    }
  }

  return {
    query(request) {
      const start = performance.now()
      const {params, perspective, publicOnly = false} = request
      const plan = plans.plan(request.query, params)
      const view = dataset.view(perspective, publicOnly)
      const scope = new Scope(null, null, runOf(view, params, budgetOf(request, start), request))
      const traced = request.sourceMap && within(() => plan.trace()(new TracedScope(scope, NOTHING, null)))
      const value = traced === undefined ? within(() => plan.evaluate(scope)) : traced.value
      const result: Json = within(() => toJson(value, plan.output, view, scope.run.budget))
      return {
        result,
        syncTags: scope.run.reads.tags,
        ms: Math.round(performance.now() - start),
        ...(traced && request.sourceMap
          ? {sourceMap: sourceMapOf(traced, request.sourceMap, scope.run.budget)}
          : {}),
      }
    },
    apply: (changes) => dataset.apply(changes),
    filter(query, params) {
      const conditions = plans.conditions(query, params)
      return (document) => {
        const run = runOf(dataset.view('raw', false), params, filterBudget())
        const scope = new Scope(document, new Scope(null, null, run), run)
        return conditions.every((holds) => holds(scope) === true)
      }
    },
    rule,
    keyOf({query, params, perspective, publicOnly = false, sourceMap = '', identity = ''}) {
      const {varies} = plans.plan(query, params)
      if (varies.byTime) return undefined
      const who = varies.byIdentity ? identity : ''
      return JSON.stringify([perspective, publicOnly, sourceMap, who, params]) + query
    },
    tagsOf: (changes, sees = () => true) =>
      changeTags(
        changes.filter(({documentId}) => sees(documentId)),
        (publishedId) => dataset.variantsOf(publishedId).filter(({_id}) => sees(_id)),
      ),
    explain(request) {
      const {lines} = plans.plan(request.query, request.params)
      return lines.length === 0 ? 'needs no documents, or all of them' : lines.join('\n')
    },
  }
}

/** A string or a nesting that the machine can't hold is a fault of the query. */
function within<Result>(evaluate: () => Result): Result {
  try {
    return evaluate()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw queryError(400, `The query makes a value that is too large: ${error.message}`)
  }
}

/** A filter waits for its indexes: a listener whose filter is stopped ends. */
const filterBudget = (): Budget => new Budget(FILTER_DEADLINE)

function budgetOf({slice, deadline}: Pick<QueryRequest, 'slice' | 'deadline'>, start: number): Budget {
  if (slice !== undefined) return new Budget(slice, start, slices)
  return new Budget(deadline ?? DEFAULT_DEADLINE, start, refusals)
}

const slices: Endings = {
  tooLong: () => new TooCostly(),
  unfinished: (making) => new IndexUnfinished(making),
  crowded: () => new TooCostly(),
}
const refusals: Endings = {tooLong: queryTooLong, unfinished: indexUnfinished, crowded: indexesCrowded}
