import {type ExprNode, type SelectorNode, isSelectorNode} from 'groq-js'
import {operationOf} from '../../model/transaction.ts'
import type {Value} from '../value/value.ts'
import {type KeyPath, deepEqual, differingPaths, valueAt} from './keyPath.ts'
import {compileSelector} from './selector.ts'
import {type CompileCall, type FunctionTable, nullary} from './table.ts'

type Holds = (before: Value, after: Value, select: (value: Value) => KeyPath[]) => boolean

/** Compiles `diff::x(before, after, selector)`. */
const ofValues =
  (holds: Holds): CompileCall =>
  ([left, right, selector], env) => {
    if (left === undefined || right === undefined) throw new Error('diff:: takes three arguments')
    const before = env.compile(left)
    const after = env.compile(right)
    const select = compileSelector(asSelector(selector), env)
    return (scope) => holds(before(scope), after(scope), (value) => select(value, scope))
  }

/** Compiles `delta::x(selector)`: the same for the change that a rule is asked about. */
const ofChange =
  (holds: Holds): CompileCall =>
  ([selector], env) => {
    const select = compileSelector(asSelector(selector), env)
    return (scope) => {
      const {before = null, after = null} = scope.run.change ?? {}
      return holds(before, after, (value) => select(value, scope))
    }
  }

function asSelector(node: ExprNode | undefined): SelectorNode {
  if (node === undefined || !isSelectorNode(node)) throw new Error('The last argument must be a selector')
  return node
}

const changedAny: Holds = (before, after, select) => {
  const paths = select(before)
  if (paths.length !== select(after).length) return true
  return paths.some(
    (path) => arraysResized(before, after, path) || !deepEqual(valueAt(before, path), valueAt(after, path)),
  )
}

const changedOnly: Holds = (before, after, select) => {
  const selected = select(before)
  return differingPaths(before, after).every((path) =>
    selected.some((prefix) => prefix.every((key, i) => path[i] === key)),
  )
}

/** Whether an array on the way of a path is gone or has another length. */
function arraysResized(before: Value, after: Value, path: KeyPath): boolean {
  return path.some((key, i) => {
    if (typeof key !== 'number') return false
    const a = valueAt(before, path.slice(0, i))
    const b = valueAt(after, path.slice(0, i))
    return !Array.isArray(a) || !Array.isArray(b) || a.length !== b.length
  })
}

export const diff: FunctionTable = {changedAny: ofValues(changedAny), changedOnly: ofValues(changedOnly)}

export const delta: FunctionTable = {
  operation: nullary(({run: {change}}) => (change === null ? null : operationOf(change))),
  changedAny: ofChange(changedAny),
  changedOnly: ofChange(changedOnly),
}
