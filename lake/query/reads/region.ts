import type {ExprNode} from 'groq-js'
import {referenceTargets} from '../functions/global.ts'
import {type Source, sourceOf} from '../plan/expressions.ts'
import type {OperandValues} from '../plan/probe.ts'
import type {Value} from '../value/value.ts'
import type {Reads} from './reads.ts'
import {EVERYTHING, type Subject, idSubject, referenceSubject, slugSubject, typeSubject} from './subjects.ts'

type OperatorNode = Extract<ExprNode, {type: 'OpCall'}>
type CallNode = Extract<ExprNode, {type: 'FuncCall'}>

/** What all documents that satisfy a condition are subjects of. */
interface Region {
  /** The lower, the fewer documents. */
  rank: number
  /** Undefined when it can't be told for these values. */
  subjects(values: OperandValues): readonly Subject[] | undefined
}

const RANK = {id: 0, slug: 1, reference: 2, type: 3} as const
const ALL: readonly Subject[] = [EVERYTHING]

/** Notes what a search for documents reads, whether it finds any or none. */
export type NoteSearch = (reads: Reads, values: OperandValues) => void

/** Finds out what a search reads from its conditions, each cut from its operands. */
export function noteSearch(conditions: readonly ExprNode[]): NoteSearch {
  const regions = conditions.flatMap((condition) => regionOf(condition) ?? []).sort((a, b) => a.rank - b.rank)
  const types = regions.filter(({rank}) => rank === RANK.type)
  const firstOf = (choices: readonly Region[], values: OperandValues): readonly Subject[] => {
    for (const region of choices) {
      const found = region.subjects(values)
      if (found !== undefined) return found
    }
    return ALL
  }
  return (reads, values) => reads.add(firstOf(regions, values), firstOf(types, values))
}

function regionOf(condition: ExprNode): Region | undefined {
  switch (condition.type) {
    case 'Group':
      return regionOf(condition.base)
    case 'And':
      return narrower(regionOf(condition.left), regionOf(condition.right))
    case 'Or':
      return both(regionOf(condition.left), regionOf(condition.right))
    case 'OpCall':
      return operatorRegion(condition)
    case 'FuncCall':
      return callRegion(condition)
    default:
      return undefined
  }
}

function narrower(a: Region | undefined, b: Region | undefined): Region | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const [first, second] = a.rank <= b.rank ? [a, b] : [b, a]
  return {rank: first.rank, subjects: (values) => first.subjects(values) ?? second.subjects(values)}
}

function both(a: Region | undefined, b: Region | undefined): Region | undefined {
  if (a === undefined || b === undefined) return undefined
  return {
    rank: Math.max(a.rank, b.rank),
    subjects(values) {
      const left = a.subjects(values)
      const right = left && b.subjects(values)
      return left && right && [...left, ...right]
    },
  }
}

function operatorRegion({op, left, right}: OperatorNode): Region | undefined {
  if (op === '==') return equality(left, right, textsIn) ?? equality(right, left, textsIn)
  if (op !== 'in') return undefined
  return equality(left, right, listedTexts) ?? containment(left, right)
}

/** `path == value`, `path in values`. */
function equality(
  path: ExprNode,
  value: ExprNode,
  textsOf: (value: Value) => readonly string[] | undefined,
): Region | undefined {
  const source = sourceOf(value)
  const kind = source && kindOf(path)
  return source && kind && regionFrom(kind, source, textsOf)
}

/** `value in path[]`. */
function containment(value: ExprNode, path: ExprNode): Region | undefined {
  const source = sourceOf(value)
  if (source === undefined || !endsInReference(path)) return undefined
  return regionFrom({rank: RANK.reference, subject: referenceSubject}, source, textsIn)
}

interface Kind {
  rank: number
  subject: (text: string) => Subject
}

function regionFrom(
  {rank, subject}: Kind,
  source: Source,
  textsOf: (value: Value) => readonly string[] | undefined,
): Region {
  let last: Value | undefined
  let known: readonly Subject[] | undefined
  return {
    rank,
    subjects(values) {
      const value = source(values)
      if (value !== last) {
        last = value
        known = textsOf(value)?.map(subject)
      }
      return known
    },
  }
}

/** Which subjects the documents have for which a path has a value. */
function kindOf(path: ExprNode): Kind | undefined {
  const attribute = attributeOf(path)
  if (attribute === '_id') return {rank: RANK.id, subject: idSubject}
  if (attribute === '_type') return {rank: RANK.type, subject: typeSubject}
  if (endsInReference(path)) return {rank: RANK.reference, subject: referenceSubject}
  if (path.type !== 'AccessAttribute' || path.name !== 'current' || path.base === undefined) return undefined
  const slug = attributeOf(path.base)
  return slug === undefined
    ? undefined
    : {rank: RANK.slug, subject: (text: string) => slugSubject(slug, text)}
}

/** The name of an attribute of the document itself. */
function attributeOf(node: ExprNode): string | undefined {
  if (node.type === 'Group') return attributeOf(node.base)
  if (node.type !== 'AccessAttribute') return undefined
  return node.base === undefined || node.base.type === 'This' ? node.name : undefined
}

/** Whether an expression yields nothing but what stands under `_ref` in the document. */
function endsInReference(node: ExprNode): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      return node.name === '_ref' && (node.base === undefined || isPath(node.base))
    case 'Map':
    case 'FlatMap':
      return isPath(node.base) && endsInReference(node.expr)
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
      return endsInReference(node.base)
    default:
      return false
  }
}

/** Whether an expression yields nothing but parts of the document. */
function isPath(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return node.base === undefined || isPath(node.base)
    case 'Map':
    case 'FlatMap':
      return isPath(node.base) && isPath(node.expr)
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
      return isPath(node.base)
    default:
      return false
  }
}

function callRegion({namespace, name, args}: CallNode): Region | undefined {
  const sources = args.map(sourceOf).filter((source) => source !== undefined)
  const [first] = sources
  if (first === undefined || sources.length < args.length) return undefined
  if (namespace === 'sanity' && name === 'versionOf') {
    return regionFrom({rank: RANK.id, subject: idSubject}, first, textsIn)
  }
  if (namespace !== 'global' || name !== 'references') return undefined
  return {
    rank: RANK.reference,
    subjects: (values) => {
      const ids = referenceTargets(sources.map((source) => source(values)))
      return [...ids].map(referenceSubject)
    },
  }
}

/** A text; null would also equal what is missing. */
const textsIn = (value: Value): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : undefined

function listedTexts(value: Value): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((item) => typeof item === 'string')
  return texts.length === value.length ? texts : undefined
}
