import type {ValueOf} from '../indexes/documentKeys.ts'
import type {Key, KeyIndex, KeysOf} from '../indexes/keyIndex.ts'
import type {Run} from '../compile/run.ts'
import type {DocumentExpression} from './expressions.ts'
import {NOTHING_FOUND, type OperandValues, type Probe, unionOf} from './probe.ts'

/** Gets an index of a view, made when there is none; undefined when there are too many like it. */
export type IndexUse = (run: Run, values: OperandValues) => KeyIndex | undefined

/** The index by a fixed name. */
export const namedIndex =
  (name: string, keysOf: KeysOf): IndexUse =>
  ({view, budget}) =>
    view.indexes.keys(name, () => keysOf, budget)

/** An index on an expression. */
export function expressionIndex(
  kind: string,
  expression: DocumentExpression,
  keysOf: (valueOf: ValueOf) => KeysOf,
): IndexUse {
  const {key, nameFor} = expression
  if (nameFor === undefined) {
    const name = `${kind} ${key}`
    return ({view, budget}, values) =>
      view.indexes.keys(name, () => keysOf(expression.readerFor(values)), budget)
  }
  const family = `${kind} ${key} `
  return ({view, budget}, values) =>
    view.indexes.keys(family + nameFor(values), () => keysOf(expression.readerFor(values)), budget, family)
}

/** Documents by the keys of an index. `keysFor` answers undefined when the index can't say. */
export function keyProbe(
  words: string,
  rank: number,
  index: IndexUse,
  keysFor: (values: OperandValues) => readonly Key[] | undefined,
  exact = true,
): Probe {
  return {
    words,
    rank,
    find(run, values) {
      const keys = keysFor(values)
      if (keys === undefined) return undefined
      if (keys.length === 0) return NOTHING_FOUND
      const postings = index(run, values)
      if (postings === undefined) return undefined
      let count = 0
      for (const key of keys) count += postings.count(key)
      return {count, slots: () => unionOf(keys.map((key) => postings.get(key))), exact}
    },
  }
}
