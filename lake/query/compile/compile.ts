import type {ExprNode} from 'groq-js'
import {isClosed, usesOf} from '../plan/uses.ts'
import type {Value} from '../value/value.ts'
import {compileAccessAttribute, compileAccessElement, compileDeref, compileProjection} from './access.ts'
import {
  compileArray,
  compileArrayCoerce,
  compileFilter,
  compileFlatMap,
  compileMap,
  compileSlice,
} from './arrays.ts'
import type {Env} from './env.ts'
import {compileFunction} from './functions.ts'
import {compileAnd, compileNegation, compileNot, compileOr, compilePositive} from './logic.ts'
import {compileObject, compileSelect} from './objects.ts'
import {compileInRange, compileOperator} from './operators.ts'
import {compilePipe} from './pipes.ts'
import type {Evaluate} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>
type Compilers = {[Type in ExprNode['type']]: (node: NodeOf<Type>, env: Env) => Evaluate}

const nothing = (): Evaluate => () => null
const misplaced = (node: {type: string}): Evaluate => {
  throw new Error(`${node.type} cannot stand here`)
}

/** One compiler per node type: a node without one does not type-check. */
const COMPILERS: Compilers = {
  AccessAttribute: compileAccessAttribute,
  AccessElement: compileAccessElement,
  And: compileAnd,
  Array: compileArray,
  ArrayCoerce: compileArrayCoerce,
  Asc: nothing,
  Context:
    ({key}) =>
    ({run}) =>
      (key === 'before' ? run.change?.before : run.change?.after) ?? null,
  Deref: compileDeref,
  Desc: nothing,
  Everything: () => (scope) => {
    scope.run.reads.everything()
    return scope.run.view.all()
  },
  Filter: compileFilter,
  FlatMap: compileFlatMap,
  FuncCall: compileFunction,
  Group: (node, env) => env.compile(node.base),
  InRange: compileInRange,
  Map: compileMap,
  Neg: compileNegation,
  Not: compileNot,
  Object: compileObject,
  OpCall: compileOperator,
  Or: compileOr,
  Parameter: compileParameter,
  Parent:
    ({n}) =>
    (scope) => {
      let current = scope
      for (let i = 0; i < n; i++) {
        if (current.parent === null) return null
        current = current.parent
      }
      return current.value
    },
  PipeFuncCall: compilePipe,
  Pos: compilePositive,
  Projection: compileProjection,
  Select: compileSelect,
  SelectorFuncCall: misplaced,
  SelectorNested: misplaced,
  Slice: compileSlice,
  This: () => (scope) => scope.value,
  Tuple: misplaced,
  Value: ({value}) => {
    const constant = (value ?? null) as Value
    return () => constant
  },
}

/** A parameter of the request, or an operand: operands have numbers for names. */
function compileParameter({name}: NodeOf<'Parameter'>): Evaluate {
  const at = Number(name)
  if (Number.isInteger(at)) return (scope) => scope.run.operands[at] ?? null
  return (scope) => scope.run.params[name] ?? null
}

/** Expressions that are worth remembering when they depend on nothing around them. */
const COSTLY = new Set<ExprNode['type']>([
  'AccessElement',
  'Deref',
  'Filter',
  'FlatMap',
  'FuncCall',
  'Map',
  'PipeFuncCall',
  'Projection',
  'Slice',
])

/** Compiles an expression to a closure. */
export function compileNode(node: ExprNode, env: Env): Evaluate {
  const compiler = COMPILERS[node.type] as (node: ExprNode, env: Env) => Evaluate
  const evaluate = compiler(node, env)
  const hoist = env.frame.level > 0 && COSTLY.has(node.type) && isClosed(usesOf(node, env.frame))
  return hoist ? remember(evaluate, env) : evaluate
}

/** Evaluates once a run: an inner expression that reads no scope is the same for every item. */
function remember(evaluate: Evaluate, env: Env): Evaluate {
  const place = env.notes.memos++
  return (scope) => {
    const {memo} = scope.run
    const known = memo[place]
    if (known !== undefined) return known
    const value = evaluate(scope)
    memo[place] = value
    return value
  }
}
