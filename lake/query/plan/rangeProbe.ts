import type {ExprNode} from 'groq-js'
import type {Run} from '../compile/run.ts'
import type {ValueOf} from '../indexes/documentKeys.ts'
import {type Membership, type Selection, lowerBound} from '../indexes/selection.ts'
import type {View} from '../perspective/view.ts'
import {totalCompare, typeRank} from '../value/compare.ts'
import {DateTime} from '../value/dateTime.ts'
import type {Value} from '../value/value.ts'
import {
  type CompileForDocument,
  type DocumentExpression,
  type Source,
  documentExpression,
  sourceOf,
} from './expressions.ts'
import {type Found, NOTHING_FOUND, type OperandValues, type Probe, RANK} from './probe.ts'

/** One end of a range. */
export interface Bound {
  source: Source
  /** Whether it bounds from above. */
  upper: boolean
  inclusive: boolean
}

/** A condition that a document's value lies between bounds. */
export interface Range {
  expression: DocumentExpression
  bounds: readonly Bound[]
}

const BOUNDS: Readonly<Record<string, Omit<Bound, 'source'>>> = {
  '<': {upper: true, inclusive: false},
  '<=': {upper: true, inclusive: true},
  '>': {upper: false, inclusive: false},
  '>=': {upper: false, inclusive: true},
}

/** Reads a cut condition as a range. */
export function rangeOf(condition: ExprNode, compile: CompileForDocument): Range | undefined {
  if (condition.type === 'Group') return rangeOf(condition.base, compile)
  if (condition.type === 'InRange') {
    const expression = documentExpression(condition.base, compile)
    const low = sourceOf(condition.left)
    const high = sourceOf(condition.right)
    if (expression === undefined || low === undefined || high === undefined) return undefined
    return {
      expression,
      bounds: [
        {source: low, upper: false, inclusive: true},
        {source: high, upper: true, inclusive: condition.isInclusive},
      ],
    }
  }
  if (condition.type !== 'OpCall') return undefined
  const bound = BOUNDS[condition.op]
  if (bound === undefined) return undefined
  const {left, right} = condition
  const flipped = {...bound, upper: !bound.upper}
  return bounded(left, right, bound, compile) ?? bounded(right, left, flipped, compile)
}

function bounded(
  left: ExprNode,
  right: ExprNode,
  bound: Omit<Bound, 'source'>,
  compile: CompileForDocument,
): Range | undefined {
  const source = sourceOf(right)
  const expression = source && documentExpression(left, compile)
  return source && expression && {expression, bounds: [{...bound, source}]}
}

/** The part of an ascending list of values that lies within all bounds. */
export function rangeWithin(
  length: number,
  valueAt: (at: number) => Value,
  bounds: readonly Bound[],
  values: OperandValues,
): [from: number, to: number] {
  let from = 0
  let to = length
  for (const {source, upper, inclusive} of bounds) {
    const limit = source(values)
    if (!isComparable(limit)) return [0, 0]
    const rank = typeRank(limit)
    const beyond = upper === inclusive
    const edge = lowerBound(length, (at) => {
      const order = totalCompare(valueAt(at), limit)
      return beyond ? order <= 0 : order < 0
    })
    const typeStart = lowerBound(length, (at) => typeRank(valueAt(at)) < rank)
    const typeEnd = lowerBound(length, (at) => typeRank(valueAt(at)) <= rank)
    from = Math.max(from, upper ? typeStart : edge)
    to = Math.min(to, upper ? edge : typeEnd)
  }
  return from < to ? [from, to] : [0, 0]
}

const isComparable = (value: Value): boolean =>
  value !== null && (typeof value !== 'object' || value instanceof DateTime)

/** All documents of a view in the order of one expression's values. */
function inOrderOf({view, budget}: Run, expression: string, valueOf: ValueOf): Selection {
  const name = `sorted ${expression}`
  const membership: Membership = {
    holds: () => true,
    keysOf: (document) => [valueOf(document)],
    compareKeys: ([a = null], [b = null]) => totalCompare(a, b),
    compareSlots: (a, b) => view.compareSlots(a, b),
  }
  return view.indexes.kept(name, membership) ?? view.indexes.makeList({kind: name, name}, membership, budget)
}

/** Documents whose value lies in a range. */
export function rangeProbe(condition: ExprNode, compile: CompileForDocument): Probe | undefined {
  const range = rangeOf(condition, compile)
  if (range === undefined || range.expression.nameFor !== undefined) return undefined
  const {expression, bounds} = range
  return {
    words: `range of ${expression.words}`,
    rank: RANK.range,
    find: (run, values): Found => {
      const valueOf = expression.readerFor(values)
      const {slots} = inOrderOf(run, expression.key, valueOf)
      const [from, to] = rangeWithin(slots.length, valueReader(run.view, slots, valueOf), bounds, values)
      if (from === to) return NOTHING_FOUND
      return {count: to - from, slots: () => slots.slice(from, to).sort((a, b) => a - b), exact: true}
    },
  }
}

/** Reads the value of the document at a place in a list of slots. */
export const valueReader =
  (view: View, slots: readonly number[], valueOf: ValueOf) =>
  (at: number): Value => {
    const document = view.slots[slots[at] ?? -1]
    return document === undefined ? null : valueOf(document)
  }
