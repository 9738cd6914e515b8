import type {ExprNode} from 'groq-js'
import {publishedIdOf} from '../../model/ids.ts'
import {referenceTargets} from '../functions/global.ts'
import {
  groupKey,
  itemKeys,
  presenceKey,
  referenceKeys,
  releaseKey,
  valueKey,
} from '../indexes/documentKeys.ts'
import {type Key, type KeysOf, union} from '../indexes/keyIndex.ts'
import type {View} from '../perspective/view.ts'
import {DateTime} from '../value/dateTime.ts'
import {PathPattern} from '../value/pathPattern.ts'
import type {Value} from '../value/value.ts'
import {
  type CompileForDocument,
  type DocumentExpression,
  type Source,
  documentExpression,
  sourceOf,
} from './expressions.ts'
import {matchProbe} from './matchProbe.ts'
import {type Found, NOTHING_FOUND, type OperandValues, type Probe, RANK} from './probe.ts'
import {rangeProbe} from './rangeProbe.ts'

/** The way to the documents that satisfy a condition, cut from its operands, if an index has one. */
export function probeOf(condition: ExprNode, compile: CompileForDocument): Probe | undefined {
  switch (condition.type) {
    case 'Group':
      return probeOf(condition.base, compile)
    case 'AccessAttribute':
      return truthProbe(condition, true, compile)
    case 'Not':
      return condition.base.type === 'AccessAttribute'
        ? truthProbe(condition.base, false, compile)
        : undefined
    case 'And':
      return eitherSide(probeOf(condition.left, compile), probeOf(condition.right, compile))
    case 'Or':
      return unionProbe(probeOf(condition.left, compile), probeOf(condition.right, compile))
    case 'InRange':
      return rangeProbe(condition, compile)
    case 'OpCall':
      return operatorProbe(condition, compile)
    case 'FuncCall':
      return functionProbe(condition, compile)
    default:
      return undefined
  }
}

type Operator = Extract<ExprNode, {type: 'OpCall'}>
type Call = Extract<ExprNode, {type: 'FuncCall'}>

function operatorProbe(condition: Operator, compile: CompileForDocument): Probe | undefined {
  const {op, left, right} = condition
  switch (op) {
    case '==':
      return equalityProbe(left, right, compile) ?? equalityProbe(right, left, compile)
    case 'in':
      return membershipProbe(left, right, compile) ?? containmentProbe(left, right, compile)
    case 'match':
      return matchProbe(left, right, compile)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return rangeProbe(condition, compile)
    default:
      return undefined
  }
}

function functionProbe({namespace, name, args}: Call, compile: CompileForDocument): Probe | undefined {
  const sources = args.map(sourceOf)
  const [source] = sources
  switch (`${namespace}::${name}`) {
    case 'global::defined': {
      const expression = documentExpression(args[0], compile)
      return (
        expression &&
        keyProbe(
          `has ${expression.words}`,
          RANK.items,
          `defined ${expression.key}`,
          presenceKey(expression.valueOf),
          () => [true],
        )
      )
    }
    case 'global::references': {
      const known = sources.filter((candidate) => candidate !== undefined)
      if (known.length < sources.length) return undefined
      return keyProbe('references', RANK.reference, 'references', referenceKeys, (values) => [
        ...referenceTargets(known.map((read) => read(values))),
      ])
    }
    case 'sanity::versionOf':
      return (
        source &&
        keyProbe(
          'versions of a document',
          RANK.reference,
          'group',
          groupKey,
          (values) => textKey(source(values)).map(publishedIdOf),
          false,
        )
      )
    case 'sanity::partOfRelease':
      return (
        source &&
        keyProbe(
          'documents of a release',
          RANK.key,
          'release',
          releaseKey,
          (values) => textKey(source(values)),
          false,
        )
      )
    default:
      return undefined
  }
}

const textKey = (value: Value): string[] => (typeof value === 'string' ? [value] : [])

/** Documents by the keys of an index. `keysFor` answers undefined when the index can't say. */
export function keyProbe(
  words: string,
  rank: number,
  name: string,
  keysOf: KeysOf,
  keysFor: (values: OperandValues) => readonly Key[] | undefined,
  exact = true,
): Probe {
  return {
    words,
    rank,
    find(view, values) {
      const keys = keysFor(values)
      if (keys === undefined) return undefined
      if (keys.length === 0) return NOTHING_FOUND
      const index = view.indexes.keys(name, keysOf)
      const [only] = keys
      if (keys.length === 1 && only !== undefined) {
        return {count: index.count(only), slots: () => index.get(only), exact}
      }
      let count = 0
      for (const key of keys) count += index.count(key)
      return {count, slots: () => union(keys.map((key) => index.get(key))), exact: false}
    },
  }
}

/** Keys that equal a value: undefined for null, which also equals what is missing, and datetimes. */
function equalKeys(value: Value): readonly Key[] | undefined {
  if (value === null || value instanceof DateTime) return undefined
  return typeof value === 'object' ? [] : [value]
}

function equalityProbe(left: ExprNode, right: ExprNode, compile: CompileForDocument): Probe | undefined {
  const source = sourceOf(right)
  if (source === undefined) return undefined
  const expression = documentExpression(left, compile)
  if (expression === undefined) return undefined
  if (expression.words === '_id') return idProbe((values) => equalKeys(source(values)))
  const rank = expression.words === '_type' ? RANK.type : RANK.key
  return attributeProbe(`${expression.words} equals`, rank, expression, (values) => equalKeys(source(values)))
}

const truthProbe = (node: ExprNode, wanted: boolean, compile: CompileForDocument): Probe | undefined => {
  const expression = documentExpression(node, compile)
  return (
    expression && attributeProbe(`${expression.words} is ${wanted}`, RANK.key, expression, () => [wanted])
  )
}

const attributeProbe = (
  words: string,
  rank: number,
  {key, valueOf}: DocumentExpression,
  keysFor: (values: OperandValues) => readonly Key[] | undefined,
): Probe => keyProbe(words, rank, `value ${key}`, valueKey(valueOf), keysFor)

function idProbe(keysFor: (values: OperandValues) => readonly Key[] | undefined): Probe {
  return {
    words: '_id',
    rank: RANK.id,
    find(view, values) {
      const ids = keysFor(values)
      if (ids === undefined) return undefined
      const slots: number[] = []
      for (const id of new Set(ids)) {
        const slot = typeof id === 'string' ? view.slotOf(id) : undefined
        if (slot !== undefined) slots.push(slot)
      }
      return {count: slots.length, slots: () => slots.sort((a, b) => a - b), exact: true}
    },
  }
}

/** `path in [values]`, and `_id in path("drafts.**")`. */
function membershipProbe(left: ExprNode, right: ExprNode, compile: CompileForDocument): Probe | undefined {
  const expression = documentExpression(left, compile)
  const source = sourceOf(right)
  if (expression === undefined || source === undefined) return undefined
  const keysFor = (values: OperandValues): readonly Key[] | undefined => memberKeys(source(values))
  if (expression.words !== '_id') {
    const rank = expression.words === '_type' ? RANK.type : RANK.key
    return attributeProbe(`${expression.words} in`, rank, expression, keysFor)
  }
  const byId = idProbe(keysFor)
  return {
    ...byId,
    find(view, values) {
      const set = source(values)
      return set instanceof PathPattern ? idsUnder(view, set) : byId.find(view, values)
    },
  }
}

function memberKeys(set: Value): readonly Key[] | undefined {
  if (set instanceof PathPattern) return undefined
  if (!Array.isArray(set)) return []
  const keys = set.map(equalKeys)
  return keys.every((key) => key !== undefined) ? keys.flat() : undefined
}

function idsUnder(view: View, pattern: PathPattern): Found | undefined {
  const prefix = PathPattern.literalPrefix(pattern)
  if (prefix === '') return undefined
  const slots = view.slotsWithPrefix(prefix)
  return {count: slots.length, slots: () => slots, exact: false}
}

/** `value in path[]`. */
function containmentProbe(left: ExprNode, right: ExprNode, compile: CompileForDocument): Probe | undefined {
  const source: Source | undefined = sourceOf(left)
  const expression = documentExpression(right, compile)
  if (source === undefined || expression === undefined) return undefined
  return keyProbe(
    `${expression.words} contains`,
    RANK.items,
    `items ${expression.key}`,
    itemKeys(expression.valueOf),
    (values) => equalKeys(source(values)),
  )
}

/** For `a && b` within `||`: one way is enough, the condition itself is asked again. */
function eitherSide(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return inexact(left ?? right)
  return inexact(left.rank <= right.rank ? left : right)
}

const inexact = (probe: Probe | undefined): Probe | undefined =>
  probe && {
    ...probe,
    find(view, values) {
      const found = probe.find(view, values)
      return found && {...found, exact: false}
    },
  }

/** For `a || b`: both ways are needed. */
function unionProbe(left: Probe | undefined, right: Probe | undefined): Probe | undefined {
  if (left === undefined || right === undefined) return undefined
  return {
    words: `${left.words} or ${right.words}`,
    rank: Math.max(left.rank, right.rank),
    find(view, values) {
      const a = left.find(view, values)
      const b = a && right.find(view, values)
      if (a === undefined || b === undefined) return undefined
      return {
        count: a.count + b.count,
        slots: () => union([a.slots(), b.slots()]),
        exact: false,
      }
    },
  }
}
