import type {ExprNode} from 'groq-js'
import {totalCompare} from '../value/compare.ts'
import {type Value, type ValueObject, isObject} from '../value/value.ts'
import type {Env} from './env.ts'
import {compileScore} from './score.ts'
import type {Evaluate} from './scope.ts'

type PipeNode = Extract<ExprNode, {type: 'PipeFuncCall'}>

export function compilePipe(node: PipeNode, env: Env): Evaluate {
  if (node.name === 'order') return compileOrder(node, env)
  if (node.name === 'score') return compileScorePipe(node, env)
  throw new Error(`Undefined pipe function: ${node.name}`)
}

/** One criterion of `order()`. */
export interface Criterion {
  node: ExprNode
  descending: boolean
}

export function criteriaOf(node: PipeNode): Criterion[] {
  return node.args.map((argument) =>
    argument.type === 'Asc' || argument.type === 'Desc'
      ? {node: argument.base, descending: argument.type === 'Desc'}
      : {node: argument, descending: false},
  )
}

function compileOrder(node: PipeNode, env: Env): Evaluate {
  const source = env.compile(node.base)
  const inner = env.nested()
  const criteria = criteriaOf(node)
  const keys = criteria.map((criterion) => inner.compile(criterion.node))
  const signs = criteria.map(({descending}) => (descending ? -1 : 1))
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const within = open(scope, null)
    const {budget} = scope.run
    const rows = items.map((item) => {
      budget.step()
      within.value = item
      return {item, keys: keys.map((key) => key(within))}
    })
    rows.sort((a, b) => compareKeys(a.keys, b.keys, signs))
    return rows.map(({item}) => item)
  }
}

/** Compares two items by their keys; ties are left to the sort, which is stable. */
export function compareKeys(a: readonly Value[], b: readonly Value[], signs: readonly number[]): number {
  for (let i = 0; i < signs.length; i++) {
    const order = totalCompare(a[i] ?? null, b[i] ?? null)
    if (order !== 0) return order * (signs[i] ?? 1)
  }
  return 0
}

/** What yields documents as they are stored; only those can be scored. */
const SCORABLE = new Set<ExprNode['type']>([
  'Everything',
  'Filter',
  'Slice',
  'PipeFuncCall',
  'Group',
  'FuncCall',
  'Array',
  'ArrayCoerce',
  'Parameter',
  'Value',
])

function compileScorePipe(node: PipeNode, env: Env): Evaluate {
  if (!SCORABLE.has(node.base.type)) throw new Error('score() must directly follow a filter')
  const source = env.compile(node.base)
  const inner = env.nested()
  const scores = node.args.map((argument) => compileScore(argument, inner))
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const within = open(scope, null)
    const {budget} = scope.run
    const scored: Array<{score: number; object: ValueObject}> = []
    for (const item of items) {
      budget.step()
      if (!isObject(item)) continue
      within.value = item
      let score = typeof item['_score'] === 'number' ? item['_score'] : 0
      for (const add of scores) score += add(within)
      scored.push({score, object: {...item, _score: score}})
    }
    scored.sort((a, b) => b.score - a.score)
    return scored.map(({object}) => object)
  }
}
