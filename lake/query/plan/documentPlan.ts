import type {ExprNode} from 'groq-js'
import {documentCompiler} from '../compile/detached.ts'
import type {Env} from '../compile/env.ts'
import type {Evaluate} from '../compile/scope.ts'
import type {Score} from '../compile/score.ts'
import {type NoteSearch, noteSearch} from '../reads/region.ts'
import type {Chain} from './chain.ts'
import type {Criterion} from './criteria.ts'
import {documentExpression} from './expressions.ts'
import {Operands, operandsIn} from './operands.ts'
import type {Probe} from './probe.ts'
import {probeOf} from './probes.ts'
import {type Range, rangeOf} from './rangeProbe.ts'
import {type CutScore, cutScore, scoreProbe, scoreReader} from './scorePlan.ts'

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
  /** Conditions on document and operands alone, cheap ones first. */
  conditions: Evaluate[]
  /** Conditions that read other documents too, or the time; evaluated in the chain's own scope. */
  foreign: Evaluate[]
  /** Ways to the documents, the most selective kinds first. */
  ways: Way[]
  /** The order, when it depends on document and operands alone. */
  order: CompiledCriterion[]
  /** The order, when it does not. */
  foreignOrder: CompiledCriterion[]
  /** The documents' score, when they are scored. */
  score: Score | undefined
  list: ListPlan
  /** The list of all documents in the plan's order, for conditions that are seldom the same twice. */
  walk: Pick<ListPlan, 'name' | 'operands'> | undefined
  /** Notes what a search with these operands reads. */
  note: NoteSearch
}

/** An index and the condition that it answers, by its place; undefined when it answers none fully. */
export interface Way {
  probe: Probe
  condition: number | undefined
}

/** What of a chain is kept as a list between evaluations. */
export interface ListPlan {
  /** The same for the same conditions and order in any query. */
  name: string
  /** So many of the plan's conditions make the list; the others are its range. */
  conditions: number
  /** The operands that the list depends on. */
  operands: number[]
  /** The range that is cut out of the list: bounds on what it is ordered by. */
  range: Range | undefined
}

/** A chain, cut from its operands. */
interface CutChain {
  gates: ExprNode[]
  /** What makes the list. */
  listed: ExprNode[]
  ranges: Range[]
  /** The conditions of the ranges. */
  ranged: ExprNode[]
  foreign: ExprNode[]
  order: Criterion[] | undefined
  score: CutScore | undefined
}

/** Plans how to find the documents of a chain; undefined when a score can't be planned. */
export function planDocuments(chain: Chain, env: Env): DocumentPlan | undefined {
  const inner = env.nested()
  const operands = new Operands(inner.frame)
  const compileForDocument = documentCompiler(env)
  const cut = cutChain(chain, operands, env)
  if (cut === undefined) return undefined
  const {gates, listed, ranges, ranged, foreign, order, score} = cut
  const detached = env.detached()
  const compileAll = (nodes: readonly Criterion[], where: Env): CompiledCriterion[] =>
    nodes.map(({node, descending}) => ({evaluate: where.compile(node), descending}))
  const total = score && scoreReader(score, detached)
  const aboveScore = score?.above === undefined ? [] : [isAbove(total, score.above)]
  const plan: DocumentPlan = {
    open: env.opener(),
    gates: gates.map((gate) => inner.compile(gate)),
    operands: operands.nodes.map((operand) => inner.compile(operand)),
    conditions: [
      ...listed.map((condition) => detached.compile(condition)),
      ...aboveScore,
      ...ranged.map((condition) => detached.compile(condition)),
    ],
    foreign: foreign.map((condition) => inner.compile(condition)),
    ways: [
      ...listed.flatMap((condition, at) => wayOf(probeOf(condition, compileForDocument), at)),
      ...wayOf(score && scoreProbe(score, compileForDocument), undefined),
    ].sort((a, b) => a.probe.rank - b.probe.rank),
    order: [
      ...(total === undefined ? [] : [{evaluate: total, descending: true}]),
      ...compileAll(order ?? [], detached),
    ],
    foreignOrder: order === undefined ? compileAll(chain.criteria, inner) : [],
    score: total,
    list: {
      name: env.notes.intern(JSON.stringify([listed, order ?? [], score ?? null])),
      conditions: listed.length + aboveScore.length,
      operands: operandsOf([...listed, ...(order ?? []).map(({node}) => node), ...(score?.args ?? [])]),
      range: mergeRanges(ranges),
    },
    walk: planWalk(cut, env),
    note: noteSearch(listed),
  }
  env.notes.lines.push(describe(plan, chain))
  return plan
}

function planWalk({listed, ranges, order = [], score}: CutChain, env: Env): DocumentPlan['walk'] {
  if (order.length === 0 || score !== undefined || ranges.length > 0) return undefined
  if (operandsOf(listed).length === 0) return undefined
  return {
    name: env.notes.intern(JSON.stringify(['all', order])),
    operands: operandsOf(order.map(({node}) => node)),
  }
}

function cutChain(chain: Chain, operands: Operands, env: Env): CutChain | undefined {
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
  const score = chain.score && cutScore(chain.score, operands)
  // A score is kept in order with the list; an order that can't be is left to the scoring itself.
  if (chain.score !== undefined && (score === undefined || order === undefined)) return undefined
  const compile = documentCompiler(env)
  const [first] = score === undefined ? (order ?? []) : []
  const ordered = first && documentExpression(first.node, compile)?.text
  const ranges = new Map<ExprNode, Range>()
  for (const condition of conditions) {
    const range = ordered === undefined ? undefined : rangeOf(condition, compile)
    if (range?.expression.text === ordered && range !== undefined) ranges.set(condition, range)
  }
  const listed = conditions.filter((condition) => !ranges.has(condition))
  listed.sort((a, b) => costOf(a) - costOf(b))
  return {gates, listed, ranges: [...ranges.values()], ranged: [...ranges.keys()], foreign, order, score}
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

/** How dear a condition is, roughly: what walks whole documents or texts comes last. */
function costOf(condition: ExprNode): number {
  const text = JSON.stringify(condition)
  return text.length + (/"(match|references)"/.test(text) ? 10_000 : 0)
}

const isAbove =
  (total: Score | undefined, above: number): Evaluate =>
  (scope) =>
    total !== undefined && total(scope) > above

const wayOf = (probe: Probe | undefined, condition: number | undefined): Way[] =>
  probe === undefined ? [] : [{probe, condition}]

const operandsOf = (nodes: readonly ExprNode[]): number[] =>
  [...new Set(nodes.flatMap(operandsIn))].sort((a, b) => a - b)

function mergeRanges(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges
  return first && {expression: first.expression, bounds: ranges.flatMap(({bounds}) => bounds)}
}

function describe(plan: DocumentPlan, chain: Chain): string {
  const ways = plan.ways.map(({probe}) => probe.words)
  const parts = [ways.length === 0 ? 'walks every document' : `asks the indexes: ${ways.join(', ')}`]
  if (plan.foreign.length > 0) parts.push(`${plan.foreign.length} condition(s) read other documents`)
  if (plan.list.range !== undefined) parts.push(`takes a range of ${plan.list.range.expression.words}`)
  if (plan.foreignOrder.length > 0) parts.push('sorts at every evaluation')
  else if (plan.walk !== undefined) parts.push('keeps the list, or all documents, in order')
  else if (chain.criteria.length > 0) parts.push('keeps the list in order')
  return parts.join('; ')
}
