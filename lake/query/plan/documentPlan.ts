import type {ExprNode} from 'groq-js'
import {documentCompiler} from '../compile/detached.ts'
import type {Env} from '../compile/env.ts'
import type {Evaluate} from '../compile/scope.ts'
import type {Chain} from './chain.ts'
import type {Criterion} from './criteria.ts'
import {documentExpression} from './expressions.ts'
import {Operands} from './operands.ts'
import type {Probe} from './probe.ts'
import {probeOf} from './probes.ts'
import {type Range, rangeOf} from './rangeProbe.ts'

/** A criterion of an order, compiled. */
export interface CompiledCriterion {
  evaluate: Evaluate
  descending: boolean
}

/** How the documents of a chain are found; made once, used for every evaluation. */
export interface DocumentPlan {
  /** Opens the scope of a document within the scope of the chain. */
  open: ReturnType<Env['opener']>
  /** Conditions that are the same for all documents. */
  gates: Evaluate[]
  /** What the conditions take from around the document. */
  operands: Evaluate[]
  /** Conditions on document and operands alone. */
  conditions: Evaluate[]
  /** Conditions that read other documents too, or the time; evaluated in the chain's own scope. */
  foreign: Evaluate[]
  /** Ways to the documents, the most selective kinds first. */
  probes: Probe[]
  /** The order, when it depends on document and operands alone. */
  order: CompiledCriterion[]
  /** The order, when it does not. */
  foreignOrder: CompiledCriterion[]
  list: ListPlan
}

/** What of a chain is kept as a list between evaluations. */
export interface ListPlan {
  /** The same for the same conditions and order in any query. */
  name: string
  conditions: Evaluate[]
  /** The operands that the list depends on. */
  operands: number[]
  /** The range that is cut out of the list: bounds on what it is ordered by. */
  range: Range | undefined
}

/** Plans how to find the documents of a chain. */
export function planDocuments(chain: Chain, env: Env): DocumentPlan {
  const inner = env.nested()
  const operands = new Operands(inner.frame)
  const compileForDocument = documentCompiler(env)
  const gates: ExprNode[] = []
  const conditions: ExprNode[] = []
  const foreign: ExprNode[] = []
  for (const condition of chain.conditions) {
    if (condition.type === 'Value' || operands.isIndependent(condition)) gates.push(condition)
    else {
      const rest = operands.cut(condition)
      if (rest === undefined) foreign.push(condition)
      else conditions.push(rest)
    }
  }
  const order = cutOrder(chain.criteria, operands)
  const [first] = order ?? []
  const key = first && documentExpression(first.node, compileForDocument)?.key
  const ranges =
    key === undefined
      ? []
      : conditions.filter((condition) => rangeOf(condition, compileForDocument)?.expression.key === key)
  const listed = conditions.filter((condition) => !ranges.includes(condition))
  const detached = env.detached()
  const compiled = new Map(conditions.map((condition) => [condition, detached.compile(condition)]))
  const probes = listed.flatMap((condition) => probeOf(condition, compileForDocument) ?? [])
  probes.sort((a, b) => a.rank - b.rank)
  const plan: DocumentPlan = {
    open: env.opener(),
    gates: gates.map((gate) => inner.compile(gate)),
    operands: operands.nodes.map((operand) => inner.compile(operand)),
    conditions: [...compiled.values()],
    foreign: foreign.map((condition) => inner.compile(condition)),
    probes,
    order: (order ?? []).map(({node, descending}) => ({evaluate: detached.compile(node), descending})),
    foreignOrder:
      order === undefined
        ? chain.criteria.map(({node, descending}) => ({evaluate: inner.compile(node), descending}))
        : [],
    list: {
      name: env.notes.intern(JSON.stringify([listed, order ?? []])),
      conditions: listed.flatMap((condition) => compiled.get(condition) ?? []),
      operands: operandsIn([...listed, ...(order ?? []).map(({node}) => node)]),
      range: mergeRanges(ranges.flatMap((condition) => rangeOf(condition, compileForDocument) ?? [])),
    },
  }
  env.notes.lines.push(describe(plan, chain))
  return plan
}

/** Cuts all criteria; undefined when one of them reads more than the document. */
function cutOrder(criteria: readonly Criterion[], operands: Operands): Criterion[] | undefined {
  const cut: Criterion[] = []
  for (const {node, descending} of criteria) {
    const rest = operands.cut(node)
    if (rest === undefined) return undefined
    cut.push({node: rest, descending})
  }
  return cut
}

function mergeRanges(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges
  return first && {expression: first.expression, bounds: ranges.flatMap(({bounds}) => bounds)}
}

/** The operands that cut expressions mention. */
function operandsIn(nodes: readonly ExprNode[]): number[] {
  const names = new Set<number>()
  JSON.stringify(nodes, (key, value: unknown) => {
    if (
      typeof value === 'object' &&
      value !== null &&
      'type' in value &&
      value.type === 'Parameter' &&
      'name' in value
    ) {
      names.add(Number(value.name))
    }
    return value
  })
  return [...names].sort((a, b) => a - b)
}

function describe(plan: DocumentPlan, chain: Chain): string {
  const ways = plan.probes.map(({words}) => words)
  const parts = [ways.length === 0 ? 'walks every document' : `asks the indexes ${ways.join(', ')}`]
  if (plan.foreign.length > 0) parts.push(`${plan.foreign.length} condition(s) read other documents`)
  if (plan.list.range !== undefined) parts.push(`takes a range of ${plan.list.range.expression.words}`)
  if (plan.foreignOrder.length > 0) parts.push('sorts at every evaluation')
  else if (chain.criteria.length > 0) parts.push('keeps the list in order')
  return parts.join('; ')
}
