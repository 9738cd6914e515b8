import type {ExprNode} from 'groq-js'
import type {Env} from '../compile/env.ts'
import type {Evaluate, Scope} from '../compile/scope.ts'
import type {Value} from '../value/value.ts'

/** Compiles a call of one function. */
export type CompileCall = (args: readonly ExprNode[], env: Env) => Evaluate

/** The functions of one namespace. */
export type FunctionTable = Readonly<Record<string, CompileCall>>

const NULL_NODE: ExprNode = {type: 'Value', value: null}

/** A function of its first argument's value. */
export const unary =
  (compute: (value: Value, scope: Scope) => Value): CompileCall =>
  ([node = NULL_NODE], env) => {
    const argument = env.compile(node)
    return (scope) => compute(argument(scope), scope)
  }

/** A function of its two arguments' values. */
export const binary =
  (compute: (first: Value, second: Value) => Value): CompileCall =>
  ([first = NULL_NODE, second = NULL_NODE], env) => {
    const a = env.compile(first)
    const b = env.compile(second)
    return (scope) => compute(a(scope), b(scope))
  }

/** A function of nothing but the run. */
export const nullary =
  (compute: (scope: Scope) => Value): CompileCall =>
  () =>
    compute
