import type {ExprNode} from 'groq-js'
import {readChain} from '../plan/chain.ts'
import {orderBeforeProjection} from '../plan/orderBeforeProjection.ts'
import type {Window} from '../plan/findDocuments.ts'
import {assertItems} from '../value/limits.ts'
import type {Value} from '../value/value.ts'
import {compileDocuments} from './documents.ts'
import type {Env} from './env.ts'
import type {Evaluate} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

export function compileArray({elements}: NodeOf<'Array'>, env: Env): Evaluate {
  const parts = elements.map(({value, isSplat}) => ({evaluate: env.compile(value), isSplat}))
  return (scope) => {
    const result: Value[] = []
    for (const {evaluate, isSplat} of parts) {
      const value = evaluate(scope)
      if (!isSplat) result.push(value)
      else if (Array.isArray(value)) {
        assertItems(result.length + value.length)
        scope.run.budget.step(value.length)
        for (const item of value) result.push(item)
      }
    }
    return result
  }
}

export function compileArrayCoerce({base}: NodeOf<'ArrayCoerce'>, env: Env): Evaluate {
  const evaluate = env.compile(base)
  return (scope) => {
    const value = evaluate(scope)
    return Array.isArray(value) ? value : null
  }
}

export function compileFilter(node: NodeOf<'Filter'>, env: Env): Evaluate {
  const documents = compileDocuments(node, env)
  if (documents !== undefined) return documents
  const {base, expr} = node
  const source = env.compile(base)
  const holds = env.nested().compile(expr)
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const inner = open(scope, null)
    const {budget} = scope.run
    const result: Value[] = []
    for (const item of items) {
      budget.step()
      inner.value = item
      if (holds(inner) === true) result.push(item)
    }
    return result
  }
}

export function compileMap({base, expr}: NodeOf<'Map'>, env: Env): Evaluate {
  const source = env.compile(base)
  const map = env.concealed().compile(expr)
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const inner = open(scope, null)
    const {budget} = scope.run
    const result: Value[] = []
    for (const item of items) {
      budget.step()
      inner.value = item
      result.push(map(inner))
    }
    return result
  }
}

export function compileFlatMap({base, expr}: NodeOf<'FlatMap'>, env: Env): Evaluate {
  const source = env.compile(base)
  const map = env.concealed().compile(expr)
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const inner = open(scope, null)
    const {budget} = scope.run
    const result: Value[] = []
    for (const item of items) {
      budget.step()
      inner.value = item
      const mapped = map(inner)
      if (Array.isArray(mapped)) for (const value of mapped) result.push(value)
      else result.push(mapped)
    }
    return result
  }
}

export function compileSlice(node: NodeOf<'Slice'>, env: Env): Evaluate {
  const sliced = orderBeforeProjection(node.base)
  // A mapping keeps the number of items: slice first, then map what is left.
  if (sliced.type === 'Map' && readChain(sliced.base) !== undefined) {
    return env.compile({...sliced, base: {...node, base: sliced.base}})
  }
  const window = windowOf(node)
  const documents = window && compileDocuments(sliced, env, window)
  if (documents !== undefined) return documents
  const base = env.compile(sliced)
  return (scope) => {
    const array = base(scope)
    if (!Array.isArray(array)) return null
    const [from, to] = sliceBounds(node, array.length)
    return array.slice(from, to)
  }
}

/** A slice whose bounds do not depend on the length. */
function windowOf({left, right, isInclusive}: NodeOf<'Slice'>): Window | undefined {
  return left < 0 || right < 0 ? undefined : {from: left, to: right + (isInclusive ? 1 : 0)}
}

/** The bounds of a slice as `Array.slice` wants them; negative ones count from the end. */
export function sliceBounds(
  {left, right, isInclusive}: {left: number; right: number; isInclusive: boolean},
  length: number,
): [from: number, to: number] {
  const from = left < 0 ? left + length : left
  const to = (right < 0 ? right + length : right) + (isInclusive ? 1 : 0)
  return [Math.max(from, 0), Math.max(to, 0)]
}
