import type {ExprNode} from 'groq-js'
import {sliceBounds} from '../compile/arrays.ts'
import type {Env} from '../compile/env.ts'
import {criteriaOf} from '../plan/criteria.ts'
import {sortByKeys} from '../plan/documentOrder.ts'
import {compileTraced} from './compileTraced.ts'
import {NOTHING, type Traced, tracedItems, tracedList} from './traced.ts'
import {type Trace, type TracedScope, tracedOpener} from './tracedScope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

export function traceArray({elements}: NodeOf<'Array'>, env: Env): Trace {
  const parts = elements.map(({value, isSplat}) => ({trace: compileTraced(value, env), isSplat}))
  return (scope) =>
    tracedList(
      parts.flatMap(({trace, isSplat}) => {
        const traced = trace(scope)
        return isSplat ? (tracedItems(traced) ?? []) : [traced]
      }),
    )
}

export function traceFilter({base, expr}: NodeOf<'Filter'>, env: Env): Trace {
  const holds = env.nested().compile(expr)
  return overItems(
    base,
    env,
    (open) => (items, scope) => items.filter((item) => holds(open(scope, item).plain) === true),
  )
}

export function traceMap({base, expr}: NodeOf<'Map'>, env: Env): Trace {
  const map = compileTraced(expr, env.concealed())
  return overItems(base, env, (open) => (items, scope) => items.map((item) => map(open(scope, item))))
}

export function traceFlatMap({base, expr}: NodeOf<'FlatMap'>, env: Env): Trace {
  const map = compileTraced(expr, env.concealed())
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

export function traceOrder(node: NodeOf<'PipeFuncCall'>, env: Env): Trace {
  const inner = env.nested()
  const criteria = criteriaOf(node)
  const keys = criteria.map((criterion) => inner.compile(criterion.node))
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

export function traceSlice(node: NodeOf<'Slice'>, env: Env): Trace {
  return overItems(node.base, env, () => (items) => items.slice(...sliceBounds(node, items.length)))
}

type Open = ReturnType<typeof tracedOpener>
type ChangeItems = (items: readonly Traced[], scope: TracedScope) => readonly Traced[]

/** A list made of the items of another one; null when that is none. */
function overItems(base: ExprNode, env: Env, change: (open: Open) => ChangeItems): Trace {
  const source = compileTraced(base, env)
  const changed = change(tracedOpener(env))
  return (scope) => {
    const items = tracedItems(source(scope))
    if (items === undefined) return NOTHING
    const {budget} = scope.plain.run
    for (let i = 0; i < items.length; i++) budget.step()
    return tracedList(changed(items, scope))
  }
}
