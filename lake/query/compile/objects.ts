import type {ExprNode, ObjectAttributeNode} from 'groq-js'
import {type ValueObject, assignAttributes, isObject, setAttribute} from '../value/value.ts'
import type {Env} from './env.ts'
import type {Evaluate, Scope} from './scope.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/** Adds what one part of an object expression contributes. */
type Contribute = (object: ValueObject, scope: Scope) => void

export function compileObject({attributes}: NodeOf<'Object'>, env: Env): Evaluate {
  const parts = attributes.map((attribute) => compileAttribute(attribute, env))
  return (scope) => {
    const object: ValueObject = {}
    for (const contribute of parts) contribute(object, scope)
    return object
  }
}

function compileAttribute(attribute: ObjectAttributeNode, env: Env): Contribute {
  const evaluate = env.compile(attribute.value)
  switch (attribute.type) {
    case 'ObjectAttributeValue': {
      const {name} = attribute
      if (name === '__proto__') return (object, scope) => setAttribute(object, name, evaluate(scope))
      return (object, scope) => {
        object[name] = evaluate(scope)
      }
    }
    case 'ObjectSplat':
      return (object, scope) => splat(object, evaluate, scope)
    case 'ObjectConditionalSplat': {
      const condition = env.compile(attribute.condition)
      return (object, scope) => {
        if (condition(scope) === true) splat(object, evaluate, scope)
      }
    }
  }
}

function splat(object: ValueObject, evaluate: Evaluate, scope: Scope): void {
  const value = evaluate(scope)
  if (!isObject(value)) return
  assignAttributes(object, value)
  const {view} = scope.run
  if (view.showsOriginalId && object['_originalId'] === undefined) {
    const id = view.originalIdOf(value)
    if (id !== null) object['_originalId'] = id
  }
}

export function compileSelect({alternatives, fallback}: NodeOf<'Select'>, env: Env): Evaluate {
  const cases = alternatives.map(({condition, value}) => ({
    condition: env.compile(condition),
    value: env.compile(value),
  }))
  const otherwise = fallback === undefined ? undefined : env.compile(fallback)
  return (scope) => {
    for (const {condition, value} of cases) if (condition(scope) === true) return value(scope)
    return otherwise === undefined ? null : otherwise(scope)
  }
}
