import type {ExprNode} from 'groq-js'
import {criteriaOf} from '../plan/criteria.ts'
import {sortByKeys} from '../plan/documentOrder.ts'
import {ownScore} from '../plan/scorePlan.ts'
import {orderBeforeProjection} from '../plan/orderBeforeProjection.ts'
import {type Value, type ValueObject, isObject} from '../value/value.ts'
import {compileDocuments} from './documents.ts'
import type {Env} from './env.ts'
import {compileScore} from './score.ts'
import type {Evaluate} from './scope.ts'

type PipeNode = Extract<ExprNode, {type: 'PipeFuncCall'}>

export function compilePipe(node: PipeNode, env: Env): Evaluate {
  if (node.name === 'order') return compileOrder(node, env)
  if (node.name === 'score') return compileScorePipe(node, env)
  throw new Error(`Undefined pipe function: ${node.name}`)
}

function compileOrder(node: PipeNode, env: Env): Evaluate {
  const documents = compileDocuments(node, env)
  if (documents !== undefined) return documents
  const before = orderBeforeProjection(node)
  if (before !== node) return env.compile(before)
  const source = env.compile(node.base)
  const inner = env.nested()
  const criteria = criteriaOf(node)
  const keys = criteria.map((criterion) => inner.compile(criterion.node))
  const open = env.opener()
  return (scope) => {
    const items = source(scope)
    if (!Array.isArray(items)) return null
    const within = open(scope, null)
    const {budget} = scope.run
    const keysOf = (item: Value): Value[] => {
      budget.step()
      within.value = item
      return keys.map((key) => key(within))
    }
    return sortByKeys(items, keysOf, criteria)
  }
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
  const documents = compileDocuments(node, env)
  if (documents !== undefined) return documents
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
      let score = ownScore(item)
      for (const add of scores) score += add(within)
      scored.push({score, object: scope.run.view.withScore(item, score)})
    }
    scored.sort((a, b) => b.score - a.score)
    return scored.map(({object}) => object)
  }
}
