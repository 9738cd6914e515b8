import type {ExprNode, ObjectAttributeNode} from 'groq-js'
import {type ValueObject, isObject, setAttribute} from '../value/value.ts'
import {NOTHING, type Traced, tracedFields} from './traced.ts'
import type {Trace, TraceEnv, TracedScope} from './traceEnv.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/** Adds what one part of an object expression contributes. */
type Contribute = (fields: Map<string, Traced>, scope: TracedScope) => void

export function traceObject({attributes}: NodeOf<'Object'>, env: TraceEnv): Trace {
  const parts = attributes.map((attribute) => contribution(attribute, env))
  return (scope) => {
    const fields = new Map<string, Traced>()
    for (const contribute of parts) contribute(fields, scope)
    const value: ValueObject = {}
    for (const [name, traced] of fields) setAttribute(value, name, traced.value)
    return {value, fields}
  }
}

function contribution(attribute: ObjectAttributeNode, env: TraceEnv): Contribute {
  const trace = env.trace(attribute.value)
  switch (attribute.type) {
    case 'ObjectAttributeValue': {
      const {name} = attribute
      return (fields, scope) => void fields.set(name, trace(scope))
    }
    case 'ObjectSplat':
      return (fields, scope) => splat(fields, trace, scope)
    case 'ObjectConditionalSplat': {
      const condition = env.plain.compile(attribute.condition)
      return (fields, scope) => {
        if (condition(scope.plain) === true) splat(fields, trace, scope)
      }
    }
  }
}

function splat(fields: Map<string, Traced>, trace: Trace, scope: TracedScope): void {
  const traced = trace(scope)
  const {value} = traced
  if (!isObject(value)) return
  for (const [name, field] of tracedFields({...traced, value})) fields.set(name, field)
  const {view} = scope.plain.run
  if (view.showsOriginalId && fields.get('_originalId') === undefined) {
    const id = view.originalIdOf(value)
    if (id !== null) fields.set('_originalId', {value: id})
  }
}

export function traceProjection({base, expr}: NodeOf<'Projection'>, env: TraceEnv): Trace {
  const object = env.trace(base)
  const project = env.nested().trace(expr)
  const open = env.opener()
  return (scope) => {
    const traced = object(scope)
    return isObject(traced.value) ? project(open(scope, traced)) : NOTHING
  }
}

export function traceSelect({alternatives, fallback}: NodeOf<'Select'>, env: TraceEnv): Trace {
  const cases = alternatives.map(({condition, value}) => ({
    condition: env.plain.compile(condition),
    trace: env.trace(value),
  }))
  const otherwise = fallback === undefined ? undefined : env.trace(fallback)
  return (scope) => {
    for (const {condition, trace} of cases) if (condition(scope.plain) === true) return trace(scope)
    return otherwise === undefined ? NOTHING : otherwise(scope)
  }
}
