import type {ExprNode} from 'groq-js'
import {publishedIdOf} from '../../model/ids.ts'
import {referenceTargets} from '../functions/global.ts'
import {groupKey, presenceKey, referenceKeys, releaseKey} from '../indexes/documentKeys.ts'
import type {Value} from '../value/value.ts'
import {containmentProbe, equalityProbe, membershipProbe, truthProbe} from './equalityProbes.ts'
import {type CompileForDocument, documentExpression, sourceOf} from './expressions.ts'
import {expressionIndex, keyProbe, namedIndex} from './indexUse.ts'
import {matchProbe} from './matchProbe.ts'
import {type Probe, RANK, eitherProbe, unionProbe} from './probe.ts'
import {rangeProbe} from './rangeProbe.ts'

type Operator = Extract<ExprNode, {type: 'OpCall'}>
type Call = Extract<ExprNode, {type: 'FuncCall'}>

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
      return eitherProbe(probeOf(condition.left, compile), probeOf(condition.right, compile))
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

const REFERENCES = namedIndex('references', referenceKeys)
const GROUPS = namedIndex('groups', groupKey)
const RELEASES = namedIndex('releases', releaseKey)

function functionProbe({namespace, name, args}: Call, compile: CompileForDocument): Probe | undefined {
  const sources = args.map(sourceOf)
  const [source] = sources
  switch (`${namespace}::${name}`) {
    case 'global::defined': {
      const expression = documentExpression(args[0], compile)
      if (expression === undefined) return undefined
      const index = expressionIndex('defined', expression, presenceKey)
      return keyProbe(`has ${expression.words}`, RANK.items, index, () => [true])
    }
    case 'global::references': {
      const known = sources.filter((candidate) => candidate !== undefined)
      if (known.length < sources.length) return undefined
      return keyProbe('references', RANK.reference, REFERENCES, (values) => [
        ...referenceTargets(known.map((read) => read(values))),
      ])
    }
    case 'sanity::versionOf': {
      if (source === undefined) return undefined
      const groups = (value: Value): string[] => texts(value).map(publishedIdOf)
      return keyProbe('versions of', RANK.reference, GROUPS, (values) => groups(source(values)), false)
    }
    case 'sanity::partOfRelease':
      if (source === undefined) return undefined
      return keyProbe('part of release', RANK.key, RELEASES, (values) => texts(source(values)), false)
    default:
      return undefined
  }
}

const texts = (value: Value): string[] => (typeof value === 'string' ? [value] : [])
