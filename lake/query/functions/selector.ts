import type {SelectorNested, SelectorNode} from 'groq-js'
import type {Env} from '../compile/env.ts'
import {type Evaluate, Scope} from '../compile/scope.ts'
import {type Value, isObject} from '../value/value.ts'
import {type KeyPath, valueAt} from './keyPath.ts'

/** Finds the paths that a selector names in a value. */
type Select = (value: Value, scope: Scope) => KeyPath[]

/** Compiles a selector, the third argument of `diff::changedAny` and `diff::changedOnly`. */
export function compileSelector(node: SelectorNode, env: Env): Select {
  switch (node.type) {
    case 'Group':
      return compileSelector(node.base, env)
    case 'Tuple':
      return all(node.members.map((member) => compileSelector(member, env)))
    case 'AccessAttribute': {
      const {base, name} = node
      if (base === undefined) return () => [[name]]
      const select = compileSelector(base, env)
      return (value, scope) => select(value, scope).map((path) => [...path, name])
    }
    case 'ArrayCoerce':
      return items(compileSelector(node.base, env), () => true)
    case 'Filter': {
      const holds = env.nested().compile(node.expr)
      const open = env.opener()
      return items(compileSelector(node.base, env), (item, scope) => holds(open(scope, item)) === true)
    }
    case 'SelectorFuncCall': {
      const holds = env.concealed().compile(node.arg)
      return (value, scope) => anywhere(value, holds, new Scope(value, scope.parent, scope.run))
    }
    case 'SelectorNested': {
      const outer = compileSelector(node.base, env)
      const inner = compileNested(node.nested, env)
      return (value, scope) =>
        outer(value, scope).flatMap((path) =>
          inner(valueAt(value, path), scope).map((rest) => [...path, ...rest]),
        )
    }
  }
}

const compileNested = (node: SelectorNested, env: Env): Select => compileSelector(node, env)

const all =
  (selects: readonly Select[]): Select =>
  (value, scope) =>
    selects.flatMap((select) => select(value, scope))

const items =
  (select: Select, keep: (item: Value, scope: Scope) => boolean): Select =>
  (value, scope) =>
    select(value, scope).flatMap((path) => {
      const array = valueAt(value, path)
      if (!Array.isArray(array)) return []
      return array.flatMap((item, i) => (keep(item, scope) ? [[...path, i]] : []))
    })

/** All objects at any depth for which the condition holds. */
function anywhere(value: Value, holds: Evaluate, scope: Scope, path: KeyPath = []): KeyPath[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => anywhere(item, holds, scope, [...path, i]))
  }
  if (!isObject(value)) return []
  scope.value = value
  const found = holds(scope) === true ? [path] : []
  for (const [name, item] of Object.entries(value)) {
    found.push(...anywhere(item, holds, scope, [...path, name]))
  }
  return found
}
