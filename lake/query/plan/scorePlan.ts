import type {ExprNode} from 'groq-js'
import type {Env} from '../compile/env.ts'
import type {Scope} from '../compile/scope.ts'
import {type Score, compileScore} from '../compile/score.ts'
import {type Value, isObject} from '../value/value.ts'
import type {Scoring} from './chain.ts'
import type {CompileForDocument} from './expressions.ts'
import type {Operands} from './operands.ts'
import {anyOf, matchProbe} from './matchProbe.ts'
import {type Probe, eitherProbe, unionProbe} from './probe.ts'
import {probeOf} from './probes.ts'

/** A score, cut from its operands. */
export type CutScore = Scoring

/** Cuts the arguments of `score()`; undefined when one of them reads more than the document. */
export function cutScore({args, above}: Scoring, operands: Operands): CutScore | undefined {
  const cut = args.map((argument) => operands.cut(argument))
  return cut.every((argument) => argument !== undefined) ? {args: cut, above} : undefined
}

/** Reads the score of the document in scope, and remembers the last one: it is asked for twice. */
export function scoreReader({args}: CutScore, env: Env): Score {
  const parts = args.map((argument) => compileScore(argument, env))
  let document: Value = null
  let operands: Scope['run']['operands'] = []
  let last = 0
  return (scope) => {
    if (scope.value === document && scope.run.operands === operands) return last
    document = scope.value
    operands = scope.run.operands
    last = ownScore(document)
    for (const part of parts) last += part(scope)
    return last
  }
}

/** What an object brings along: scores add up. */
export const ownScore = (value: Value): number =>
  isObject(value) && typeof value['_score'] === 'number' ? value['_score'] : 0

/** The way to the documents that score at all, when only those are wanted. */
export function scoreProbe({args, above}: CutScore, compile: CompileForDocument): Probe | undefined {
  if (above === undefined) return undefined
  const [first, ...others] = args.map((argument) => scoringProbe(argument, compile))
  return others.reduce(unionProbe, first)
}

/** The way to the documents for which an argument of `score()` adds something. */
function scoringProbe(node: ExprNode, compile: CompileForDocument): Probe | undefined {
  switch (node.type) {
    case 'Group':
      return scoringProbe(node.base, compile)
    case 'And':
      return eitherProbe(scoringProbe(node.left, compile), scoringProbe(node.right, compile))
    case 'Or':
      return unionProbe(scoringProbe(node.left, compile), scoringProbe(node.right, compile))
    case 'OpCall':
      if (node.op === 'match') return matchProbe(node.left, node.right, compile, anyOf)
      break
    case 'FuncCall': {
      const [condition] = node.args
      const isBoost = node.namespace === 'global' && node.name === 'boost'
      if (isBoost && condition !== undefined) return scoringProbe(condition, compile)
    }
  }
  return probeOf(node, compile)
}
