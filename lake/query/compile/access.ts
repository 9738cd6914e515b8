import type {ExprNode} from 'groq-js'
import {readChain} from '../plan/chain.ts'
import {orderBeforeProjection} from '../plan/orderBeforeProjection.ts'
import {type Value, attributeReader, isObject} from '../value/value.ts'
import {compileDocuments} from './documents.ts'
import type {Env} from './env.ts'
import {documentById} from './run.ts'
import type {Evaluate} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

const originalId = attributeReader('_originalId')

export function compileAccessAttribute(node: NodeOf<'AccessAttribute'>, env: Env): Evaluate {
  if (node.name === '_originalId') {
    const base = env.compile(node.base ?? {type: 'This'})
    return (scope) => {
      const value = base(scope)
      return originalId(value) ?? scope.run.view.originalIdOf(value)
    }
  }
  const read = attributeReader(node.name)
  if (node.base === undefined) return (scope) => read(scope.value)
  const base = env.compile(node.base)
  return (scope) => read(base(scope))
}

export function compileAccessElement(node: NodeOf<'AccessElement'>, env: Env): Evaluate {
  const {index} = node
  if (index >= 0) {
    const window = {from: index, to: index + 1}
    const documents = compileDocuments(node.base, env, window)
    if (documents !== undefined) return (scope) => documents(scope)[0] ?? null
    const list = orderBeforeProjection(node.base)
    if (list.type === 'Map' && readChain(list.base) !== undefined) {
      const {base, expr} = list
      const slice = {type: 'Slice', base, left: index, right: index + 1, isInclusive: false} as const
      return env.compile({type: 'AccessElement', base: {type: 'Map', base: slice, expr}, index: 0})
    }
  }
  const base = env.compile(node.base)
  return (scope) => {
    const array = base(scope)
    return Array.isArray(array) ? (array[index < 0 ? index + array.length : index] ?? null) : null
  }
}

export function compileDeref({base}: NodeOf<'Deref'>, env: Env): Evaluate {
  const reference = env.compile(base)
  const read = attributeReader('_ref')
  return (scope) => {
    const id: Value = read(reference(scope))
    return typeof id === 'string' ? documentById(scope.run, id) : null
  }
}

export function compileProjection({base, expr}: NodeOf<'Projection'>, env: Env): Evaluate {
  const object = env.compile(base)
  const inner = env.nested()
  const project = inner.compile(expr)
  const open = env.opener()
  return (scope) => {
    const value = object(scope)
    return isObject(value) ? project(open(scope, value)) : null
  }
}
