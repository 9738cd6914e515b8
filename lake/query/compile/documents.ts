import type {ExprNode} from 'groq-js'
import type {StoredDocument} from '../../model/document.ts'
import {AGGREGATES} from '../functions/math.ts'
import {readChain} from '../plan/chain.ts'
import {planDocuments} from '../plan/documentPlan.ts'
import {documentExpression} from '../plan/expressions.ts'
import {Search, type Window} from '../plan/findDocuments.ts'
import type {Value} from '../value/value.ts'
import {documentCompiler} from './detached.ts'
import type {Env} from './env.ts'
import type {Evaluate, Scope} from './scope.ts'

type CallNode = Extract<ExprNode, {type: 'FuncCall'}>

/** Compiles filtered or ordered documents of `*` to a search; undefined for anything else. */
export function compileDocuments(
  node: ExprNode,
  env: Env,
  window?: Window,
): ((scope: Scope) => Value[]) | undefined {
  const plan = planOf(node, env)
  return plan && ((scope) => Search.start(plan, scope)?.items(window) ?? [])
}

function planOf(node: ExprNode, env: Env): ReturnType<typeof planDocuments> | undefined {
  const chain = readChain(node)
  const isPlain = chain?.conditions.length === 0 && chain.criteria.length === 0
  if (chain === undefined || (isPlain && chain.score === undefined)) return undefined
  return planDocuments(chain, env)
}

/** Compiles `count()` and the functions of `math::` over documents; undefined for anything else. */
export function compileAggregate({namespace, name, args}: CallNode, env: Env): Evaluate | undefined {
  const [node] = args
  if (node === undefined) return undefined
  if (namespace === 'global' && name === 'count') return compileCount(node, env)
  const compute = namespace === 'math' && Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined
  if (compute === undefined || node.type !== 'Map') return undefined
  const expression = documentExpression(node.expr, documentCompiler(env))
  const plan = expression && planOf(node.base, env)
  if (expression === undefined || plan === undefined) return undefined
  const valueOf = expression.readerFor([])
  const memoName = `${name} ${expression.key}`
  const over = (documents: StoredDocument[]): Value => compute(documents.map(valueOf))
  return (scope) => {
    const search = Search.start(plan, scope)
    return search === undefined ? over([]) : search.aggregate(memoName, over)
  }
}

function compileCount(node: ExprNode, env: Env): Evaluate | undefined {
  if (node.type === 'Map') return readChain(node.base) && env.compile(countOf(node.base))
  const plan = planOf(unordered(node), env)
  return plan && ((scope) => Search.start(plan, scope)?.count() ?? 0)
}

const countOf = (node: ExprNode): ExprNode => ({
  type: 'FuncCall',
  namespace: 'global',
  name: 'count',
  args: [node],
})

/** Leaves out an order that does not matter. */
function unordered(node: ExprNode): ExprNode {
  return node.type === 'PipeFuncCall' && node.name === 'order' ? unordered(node.base) : node
}
