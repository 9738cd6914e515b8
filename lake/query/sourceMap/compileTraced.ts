import type {ExprNode} from 'groq-js'
import type {Env} from '../compile/env.ts'
import {documentById} from '../compile/run.ts'
import {readChain} from '../plan/chain.ts'
import {orderBeforeProjection} from '../plan/orderBeforeProjection.ts'
import {attributeReader} from '../value/value.ts'
import {traceArray, traceFilter, traceFlatMap, traceMap, traceOrder, traceSlice} from './lists.ts'
import {traceObject, traceProjection, traceSelect} from './objects.ts'
import {NOTHING, tracedAttribute, tracedDocument, tracedItems, tracedList} from './traced.ts'
import {type Trace, TraceEnv} from './traceEnv.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>
type Tracers = {[Type in ExprNode['type']]?: (node: NodeOf<Type>, env: TraceEnv) => Trace}

/** Every expression that hands values on. All others make values of their own, whose origin is unknown. */
const TRACERS: Tracers = {
  AccessAttribute: traceAttribute,
  AccessElement: ({base, index}, env) => {
    const list = env.trace(base)
    return (scope) => tracedItems(list(scope))?.at(index) ?? NOTHING
  },
  Array: traceArray,
  ArrayCoerce: ({base}, env) => {
    const list = env.trace(base)
    return (scope) => {
      const traced = list(scope)
      return Array.isArray(traced.value) ? traced : NOTHING
    }
  },
  Deref: ({base}, env) => {
    const reference = env.trace(base)
    const read = attributeReader('_ref')
    return (scope) => {
      const id = read(reference(scope).value)
      const {run} = scope.plain
      return typeof id === 'string' ? tracedDocument(documentById(run, id), run.view) : NOTHING
    }
  },
  Filter: traceFilter,
  FlatMap: traceFlatMap,
  FuncCall: traceFunction,
  Group: ({base}, env) => env.trace(base),
  Map: traceMap,
  Object: traceObject,
  Parent:
    ({n}) =>
    (scope) => {
      let current = scope
      for (let i = 0; i < n; i++) {
        if (current.parent === null) return NOTHING
        current = current.parent
      }
      return current.traced
    },
  PipeFuncCall: (node, env) => (node.name === 'order' ? traceOrder(node, env) : untraced(node, env)),
  Projection: traceProjection,
  Select: traceSelect,
  Slice: traceSlice,
  This: () => (scope) => scope.traced,
  Value: (node, env) => {
    const evaluate = env.plain.compile(node)
    return (scope) => ({value: evaluate(scope.plain), literal: true})
  },
}

/** Compiles an expression to a closure that also tells where each part of its value comes from. */
export const compileTraced = (node: ExprNode, env: Env): Trace =>
  new TraceEnv(compileTraceNode, env).trace(node)

function compileTraceNode(node: ExprNode, env: TraceEnv): Trace {
  const reordered = orderBeforeProjection(node)
  if (yieldsDocuments(reordered)) return traceDocuments(reordered, env)
  const tracer = TRACERS[reordered.type] as ((node: ExprNode, env: TraceEnv) => Trace) | undefined
  return tracer === undefined ? untraced(reordered, env) : tracer(reordered, env)
}

/** Whether an expression is a list of whole documents, or one of them: those are found the quick way. */
function yieldsDocuments(node: ExprNode): boolean {
  if (readChain(node) !== undefined) return true
  if (node.type === 'FuncCall') return node.namespace === 'releases' && node.name === 'all'
  return (node.type === 'Slice' || node.type === 'AccessElement') && readChain(node.base) !== undefined
}

function traceDocuments(node: ExprNode, env: TraceEnv): Trace {
  const evaluate = env.plain.compile(node)
  return ({plain}) => {
    const found = evaluate(plain)
    const {view} = plain.run
    if (!Array.isArray(found)) return tracedDocument(found, view)
    return tracedList(found.map((document) => tracedDocument(document, view)))
  }
}

function untraced(node: ExprNode, env: TraceEnv): Trace {
  const evaluate = env.plain.compile(node)
  return (scope) => ({value: evaluate(scope.plain)})
}

function traceAttribute(node: NodeOf<'AccessAttribute'>, env: TraceEnv): Trace {
  const {name} = node
  // It is no attribute of the stored document.
  if (name === '_originalId') return untraced(node, env)
  const base = node.base === undefined ? undefined : env.trace(node.base)
  const read = attributeReader(name)
  return (scope) => tracedAttribute(base === undefined ? scope.traced : base(scope), name, read)
}

/** Functions that hand on one of their arguments, or items of one. */
function traceFunction(node: NodeOf<'FuncCall'>, env: TraceEnv): Trace {
  const {namespace, name, args} = node
  if (namespace === 'global' && name === 'coalesce') {
    const choices = args.map((argument) => env.trace(argument))
    return (scope) => {
      for (const choice of choices) {
        const traced = choice(scope)
        if (traced.value !== null) return traced
      }
      return NOTHING
    }
  }
  const [list] = args
  if (namespace === 'array' && name === 'compact' && list !== undefined) {
    const trace = env.trace(list)
    return (scope) => {
      const items = tracedItems(trace(scope))
      return items === undefined ? NOTHING : tracedList(items.filter(({value}) => value !== null))
    }
  }
  return untraced(node, env)
}
