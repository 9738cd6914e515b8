import type {ExprNode} from 'groq-js'
import {referenceTargets} from '../functions/global.ts'
import {type Source, sourceOf} from '../plan/expressions.ts'
import type {OperandValues} from '../plan/probe.ts'
import type {Value} from '../value/value.ts'
import type {Reads, Wider} from './reads.ts'
import type {SubjectKind, Subjects} from './subjects.ts'

type OperatorNode = Extract<ExprNode, {type: 'OpCall'}>
type CallNode = Extract<ExprNode, {type: 'FuncCall'}>

/** By what all documents that satisfy a condition are found. */
interface Region {
  /** The lower, the fewer documents. */
  rank: number
  /** Undefined when it can't be told for these values. */
  subjects: (values: OperandValues) => readonly Subjects[] | undefined
}

const RANK: Readonly<Record<SubjectKind, number>> = {id: 0, slug: 1, reference: 2, type: 3}

/** Types and others together: types alone do not cover them. */
const MIXED = 4

/** Notes what a search for documents reads, whether it finds any or none. */
export type NoteSearch = (reads: Reads, values: OperandValues) => void

/** Finds out what a search reads from its conditions, each cut from its operands. */
export function noteSearch(conditions: readonly ExprNode[]): NoteSearch {
  const regions = conditions.flatMap((condition) => regionOf(condition) ?? []).sort((a, b) => a.rank - b.rank)
  const types = regions.filter(({rank}) => rank === RANK.type)
  return (reads, values) => {
    const found = firstOf(regions, values)
    if (found === undefined) reads.everything()
    else {
      const wider = typesOf(firstOf(types, values))
      for (const subjects of found) reads.add(subjects, wider)
    }
  }
}

function firstOf(regions: readonly Region[], values: OperandValues): readonly Subjects[] | undefined {
  for (const region of regions) {
    const found = region.subjects(values)
    if (found !== undefined) return found
  }
  return undefined
}

const typesOf = (found: readonly Subjects[] | undefined): Wider =>
  found === undefined
    ? null
    : found.length === 1
      ? (found[0]?.texts ?? [])
      : found.flatMap(({texts}) => texts)

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
    rank: a.rank !== b.rank && Math.max(a.rank, b.rank) === RANK.type ? MIXED : Math.max(a.rank, b.rank),
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

type TextsOf = (value: Value) => readonly string[] | undefined

/** `path == value`, `path in values`. */
function equality(path: ExprNode, value: ExprNode, textsOf: TextsOf): Region | undefined {
  const source = sourceOf(value)
  const kind = source && kindOf(path)
  return source && kind && regionFrom(kind, source, textsOf)
}

/** `value in path[]`. */
function containment(value: ExprNode, path: ExprNode): Region | undefined {
  const source = sourceOf(value)
  return source && endsInReference(path) ? regionFrom('reference', source, textsIn) : undefined
}

/** Remembers the last value's: most are the same for every document, or every request. */
function regionFrom(kind: SubjectKind, source: Source, textsOf: TextsOf): Region {
  let last: Value | undefined
  let known: readonly Subjects[] | undefined
  return {
    rank: RANK[kind],
    subjects(values) {
      const value = source(values)
      if (value !== last) {
        last = value
        const texts = textsOf(value)
        known = texts && [{kind, texts}]
      }
      return known
    },
  }
}

/** By what documents are found for which a path has a value. */
function kindOf(path: ExprNode): SubjectKind | undefined {
  const own = attributeOf(path)
  if (own === '_id') return 'id'
  if (own === '_type') return 'type'
  if (endsInReference(path)) return 'reference'
  if (path.type !== 'AccessAttribute' || path.name !== 'current' || path.base === undefined) return undefined
  const attribute = attributeOf(path.base)
  return attribute === undefined || attribute === '_system' ? undefined : 'slug'
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

/** Whether an expression yields nothing but parts of the document's content. */
function isPath(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return node.name !== '_system' && (node.base === undefined || isPath(node.base))
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
  if (namespace === 'sanity' && name === 'versionOf') return regionFrom('id', first, textsIn)
  if (namespace !== 'global' || name !== 'references') return undefined
  return {
    rank: RANK.reference,
    subjects(values) {
      const ids = referenceTargets(sources.map((source) => source(values)))
      return [{kind: 'reference', texts: [...ids]}]
    },
  }
}

/** A text; null would also equal what is missing. */
const textsIn: TextsOf = (value) => (typeof value === 'string' ? [value] : undefined)

const listedTexts: TextsOf = (value) => {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((item) => typeof item === 'string')
  return texts.length === value.length ? texts : undefined
}
