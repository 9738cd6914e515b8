import type {ExprNode} from 'groq-js'
import {sliceBounds} from '../compile/arrays.ts'
import {criteriaOf} from '../plan/criteria.ts'
import {sortByKeys} from '../plan/documentOrder.ts'
import {assertItems} from '../value/limits.ts'
import {NOTHING, type Traced, tracedItems, tracedList} from './traced.ts'
import type {Trace, TraceEnv, TracedScope} from './traceEnv.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

export function traceArray({elements}: NodeOf<'Array'>, env: TraceEnv): Trace {
  const parts = elements.map(({value, isSplat}) => ({trace: env.trace(value), isSplat}))
  return (scope) => {
    const result: Traced[] = []
    for (const {trace, isSplat} of parts) {
      const traced = trace(scope)
      const items = isSplat ? (tracedItems(traced) ?? []) : [traced]
      assertItems(result.length + items.length)
      scope.plain.run.budget.step(items.length)
      for (const item of items) result.push(item)
    }
    return tracedList(result)
  }
}

export function traceFilter({base, expr}: NodeOf<'Filter'>, env: TraceEnv): Trace {
  const holds = env.nested().plain.compile(expr)
  return overItems(
    base,
    env,
    (open) => (items, scope) => items.filter((item) => holds(open(scope, item).plain) === true),
  )
}

export function traceMap({base, expr}: NodeOf<'Map'>, env: TraceEnv): Trace {
  const map = env.concealed().trace(expr)
  return overItems(base, env, (open) => (items, scope) => items.map((item) => map(open(scope, item))))
}

export function traceFlatMap({base, expr}: NodeOf<'FlatMap'>, env: TraceEnv): Trace {
  const map = env.concealed().trace(expr)
  return overItems(
    base,
    env,
    (open) => (items, scope) =>
      items.flatMap((item) => {
        const mapped = map(open(scope, item))
        return tracedItems(mapped) ?? [mapped]
      }),
  )
}

export function traceOrder(node: NodeOf<'PipeFuncCall'>, env: TraceEnv): Trace {
  const inner = env.nested()
  const criteria = criteriaOf(node)
  const keys = criteria.map((criterion) => inner.plain.compile(criterion.node))
  return overItems(
    node.base,
    env,
    (open) => (items, scope) =>
      sortByKeys(
        items,
        (item) => {
          const {plain} = open(scope, item)
          return keys.map((key) => key(plain))
        },
        criteria,
      ),
  )
}

export function traceSlice(node: NodeOf<'Slice'>, env: TraceEnv): Trace {
  return overItems(node.base, env, () => (items) => items.slice(...sliceBounds(node, items.length)))
}

type Open = ReturnType<TraceEnv['opener']>
type ChangeItems = (items: readonly Traced[], scope: TracedScope) => readonly Traced[]

/** A list made of the items of another one; null when that is none. */
function overItems(base: ExprNode, env: TraceEnv, change: (open: Open) => ChangeItems): Trace {
  const source = env.trace(base)
  const changed = change(env.opener())
  return (scope) => {
    const items = tracedItems(source(scope))
    if (items === undefined) return NOTHING
    const {budget} = scope.plain.run
    for (let i = 0; i < items.length; i++) budget.step()
    return tracedList(changed(items, scope))
  }
}
