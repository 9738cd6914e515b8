import type {ExprNode} from 'groq-js'
import {itemKeys, valueKey} from '../indexes/documentKeys.ts'
import type {Key} from '../indexes/keyIndex.ts'
import type {View} from '../perspective/view.ts'
import {DateTime} from '../value/dateTime.ts'
import {PathPattern} from '../value/pathPattern.ts'
import type {Value} from '../value/value.ts'
import {
  type CompileForDocument,
  type DocumentExpression,
  documentExpression,
  sourceOf,
} from './expressions.ts'
import {expressionIndex, keyProbe} from './indexUse.ts'
import {type Found, type OperandValues, type Probe, RANK} from './probe.ts'

/** Which keys to look up; undefined when an index can't say. */
type KeysFor = (values: OperandValues) => readonly Key[] | undefined

/** Keys that equal a value: undefined for null, which also equals what is missing, and datetimes. */
function equalKeys(value: Value): readonly Key[] | undefined {
  if (value === null || value instanceof DateTime) return undefined
  return typeof value === 'object' ? [] : [value]
}

/** `path == value`. */
export function equalityProbe(
  left: ExprNode,
  right: ExprNode,
  compile: CompileForDocument,
): Probe | undefined {
  const source = sourceOf(right)
  const expression = source && documentExpression(left, compile)
  if (source === undefined || expression === undefined) return undefined
  return valueProbe('equals', expression, (values) => equalKeys(source(values)))
}

/** `path` alone, or `!path`. */
export function truthProbe(node: ExprNode, wanted: boolean, compile: CompileForDocument): Probe | undefined {
  const expression = documentExpression(node, compile)
  return expression && valueProbe(wanted ? 'is true' : 'is false', expression, () => [wanted])
}

/** `path in [values]`, and `_id in path("drafts.**")`. */
export function membershipProbe(
  left: ExprNode,
  right: ExprNode,
  compile: CompileForDocument,
): Probe | undefined {
  const source = sourceOf(right)
  const expression = source && documentExpression(left, compile)
  if (source === undefined || expression === undefined) return undefined
  const probe = valueProbe('in', expression, (values) => memberKeys(source(values)))
  if (!isId(expression)) return probe
  return {
    ...probe,
    find(run, values) {
      const set = source(values)
      return set instanceof PathPattern ? idsUnder(run.view, set) : probe.find(run, values)
    },
  }
}

function memberKeys(set: Value): readonly Key[] | undefined {
  if (set instanceof PathPattern) return undefined
  if (!Array.isArray(set)) return []
  const keys = set.map(equalKeys)
  return keys.every((key) => key !== undefined) ? [...new Set(keys.flat())] : undefined
}

function idsUnder(view: View, pattern: PathPattern): Found | undefined {
  const prefix = PathPattern.literalPrefix(pattern)
  if (prefix === '') return undefined
  const slots = view.slotsWithPrefix(prefix)
  return {count: slots.length, slots: () => slots, exact: false}
}

/** `value in path[]`. */
export function containmentProbe(
  left: ExprNode,
  right: ExprNode,
  compile: CompileForDocument,
): Probe | undefined {
  const source = sourceOf(left)
  const expression = source && documentExpression(right, compile)
  if (source === undefined || expression === undefined) return undefined
  const index = expressionIndex('items', expression, itemKeys)
  return keyProbe(`${expression.words} contains`, RANK.items, index, (values) => equalKeys(source(values)))
}

const isId = ({words}: DocumentExpression): boolean => words === '_id'

function valueProbe(relation: string, expression: DocumentExpression, keysFor: KeysFor): Probe {
  if (isId(expression)) return idProbe(keysFor)
  const rank = expression.words === '_type' ? RANK.type : RANK.key
  const index = expressionIndex('value', expression, valueKey)
  return keyProbe(`${expression.words} ${relation}`, rank, index, keysFor)
}

/** Every view knows its documents by id. */
function idProbe(keysFor: KeysFor): Probe {
  return {
    words: '_id',
    rank: RANK.id,
    find({view}, values) {
      const ids = keysFor(values)
      if (ids === undefined) return undefined
      const slots: number[] = []
      for (const id of ids) {
        const slot = typeof id === 'string' ? view.slotOf(id) : undefined
        if (slot !== undefined) slots.push(slot)
      }
      return {count: slots.length, slots: () => slots.sort((a, b) => a - b), exact: true}
    },
  }
}
