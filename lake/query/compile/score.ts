import type {ExprNode} from 'groq-js'
import type {Env} from './env.ts'
import {compileMatchScore} from './matching.ts'
import type {Scope} from './scope.ts'

/** How much an expression adds to `_score`. */
export type Score = (scope: Scope) => number

/** Compiles an argument of `score()`: matches count by frequency, anything else that holds counts 1. */
export function compileScore(node: ExprNode, env: Env): Score {
  switch (node.type) {
    case 'Group':
      return compileScore(node.base, env)
    case 'Or': {
      const left = compileScore(node.left, env)
      const right = compileScore(node.right, env)
      return (scope) => left(scope) + right(scope)
    }
    case 'And': {
      const left = compileScore(node.left, env)
      const right = compileScore(node.right, env)
      return (scope) => {
        const a = left(scope)
        if (a === 0) return 0
        const b = right(scope)
        return b === 0 ? 0 : a + b
      }
    }
    case 'OpCall':
      if (node.op === 'match') return compileMatchScore(node, env)
      break
    case 'FuncCall':
      if (node.namespace === 'global' && node.name === 'boost') return compileBoost(node.args, env)
  }
  const evaluate = env.compile(node)
  return (scope) => (evaluate(scope) === true ? 1 : 0)
}

function compileBoost([condition, amount]: readonly ExprNode[], env: Env): Score {
  if (condition === undefined || amount === undefined) throw new Error('boost() takes two arguments')
  const score = compileScore(condition, env)
  const boost = env.compile(amount)
  return (scope) => {
    const by = boost(scope)
    const inner = score(scope)
    return typeof by === 'number' && inner > 0 ? inner + by : 0
  }
}
