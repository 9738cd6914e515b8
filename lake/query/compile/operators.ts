import type {ExprNode, OpCall} from 'groq-js'
import {isEqual, partialCompare} from '../value/compare.ts'
import {DateTime, addSeconds, secondsBetween} from '../value/dateTime.ts'
import {assertCharacters, assertItems} from '../value/limits.ts'
import {PathPattern} from '../value/pathPattern.ts'
import {type Value, type ValueObject, assignAttributes, finite, isObject} from '../value/value.ts'
import type {Env} from './env.ts'
import {compileMatch} from './matching.ts'
import type {Budget} from './run.ts'
import type {Evaluate} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>
type Operator = (left: Value, right: Value, budget: Budget) => Value

const comparison =
  (holds: (order: number) => boolean): Operator =>
  (left, right) => {
    const order = partialCompare(left, right)
    return order === null ? null : holds(order)
  }

const arithmetic =
  (compute: (left: number, right: number) => number): Operator =>
  (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? finite(compute(left, right)) : null

const OPERATORS: {[Op in Exclude<OpCall, 'match'>]: Operator} = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '>': comparison((order) => order > 0),
  '>=': comparison((order) => order >= 0),
  '<': comparison((order) => order < 0),
  '<=': comparison((order) => order <= 0),
  in: isIn,
  '+': add,
  '-': subtract,
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => left / right),
  '%': arithmetic((left, right) => left % right),
  '**': arithmetic((left, right) => left ** right),
}

/** The operator `in`: membership of an array, or an id against a path pattern. */
export function isIn(left: Value, right: Value): Value {
  if (right instanceof PathPattern) {
    if (left instanceof PathPattern) return PathPattern.matches(right, left.toString())
    return typeof left === 'string' ? PathPattern.matches(right, left) : null
  }
  if (!Array.isArray(right)) return null
  return right.some((item) => isEqual(left, item))
}

function add(left: Value, right: Value, budget: Budget): Value {
  if (typeof left === 'number') {
    if (typeof right === 'number') return finite(left + right)
    return right instanceof DateTime ? addSeconds(right, left) : null
  }
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null
    assertCharacters(left.length + right.length)
    return left + right
  }
  if (left instanceof DateTime) return typeof right === 'number' ? addSeconds(left, right) : null
  if (Array.isArray(left)) {
    if (!Array.isArray(right)) return null
    const count = left.length + right.length
    assertItems(count)
    budget.step(count)
    return left.concat(right)
  }
  if (!isObject(left) || !isObject(right)) return null
  const sum: ValueObject = {}
  assignAttributes(sum, left)
  assignAttributes(sum, right)
  return sum
}

function subtract(left: Value, right: Value): Value {
  if (left instanceof DateTime) {
    if (right instanceof DateTime) return finite(secondsBetween(left, right))
    return typeof right === 'number' ? addSeconds(left, -right) : null
  }
  return typeof left === 'number' && typeof right === 'number' ? finite(left - right) : null
}

export function compileOperator(node: NodeOf<'OpCall'>, env: Env): Evaluate {
  if (node.op === 'match') return compileMatch(node, env)
  const operator = OPERATORS[node.op]
  const left = env.compile(node.left)
  if (node.right.type === 'Value' && (node.op === '==' || node.op === '!=')) {
    const constant: unknown = node.right.value
    if (typeof constant === 'string' || typeof constant === 'number' || typeof constant === 'boolean') {
      return node.op === '==' ? (scope) => left(scope) === constant : (scope) => left(scope) !== constant
    }
  }
  const right = env.compile(node.right)
  return (scope) => operator(left(scope), right(scope), scope.run.budget)
}

export function compileInRange(node: NodeOf<'InRange'>, env: Env): Evaluate {
  const base = env.compile(node.base)
  const left = env.compile(node.left)
  const right = env.compile(node.right)
  const {isInclusive} = node
  return (scope) => {
    const value = base(scope)
    const low = partialCompare(value, left(scope))
    const high = partialCompare(value, right(scope))
    if (low === null || high === null) return null
    return low >= 0 && (isInclusive ? high <= 0 : high < 0)
  }
}
