import type {ExprNode} from 'groq-js'
import type {Env} from './env.ts'
import type {Evaluate} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/** Three-valued: false decides, otherwise anything that is no boolean makes it null. */
export function compileAnd(node: NodeOf<'And'>, env: Env): Evaluate {
  const left = env.compile(node.left)
  const right = env.compile(node.right)
  return (scope) => {
    const a = left(scope)
    if (a === false) return false
    const b = right(scope)
    if (b === false) return false
    return a === true && b === true ? true : null
  }
}

/** Three-valued: true decides, otherwise anything that is no boolean makes it null. */
export function compileOr(node: NodeOf<'Or'>, env: Env): Evaluate {
  const left = env.compile(node.left)
  const right = env.compile(node.right)
  return (scope) => {
    const a = left(scope)
    if (a === true) return true
    const b = right(scope)
    if (b === true) return true
    return a === false && b === false ? false : null
  }
}

export function compileNot({base}: NodeOf<'Not'>, env: Env): Evaluate {
  const evaluate = env.compile(base)
  return (scope) => {
    const value = evaluate(scope)
    return typeof value === 'boolean' ? !value : null
  }
}

export function compileNegation({base}: NodeOf<'Neg'>, env: Env): Evaluate {
  const evaluate = env.compile(base)
  return (scope) => {
    const value = evaluate(scope)
    return typeof value === 'number' ? -value : null
  }
}

export function compilePositive({base}: NodeOf<'Pos'>, env: Env): Evaluate {
  const evaluate = env.compile(base)
  return (scope) => {
    const value = evaluate(scope)
    return typeof value === 'number' ? value : null
  }
}
