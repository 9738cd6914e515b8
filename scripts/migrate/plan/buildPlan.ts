import {canonicalJson} from '../identity.ts'
import {link} from '../link/link.ts'
import {viewDataset} from '../link/dataset.ts'
import type {Pair} from '../link/pairs.ts'
import {referencedKeys} from '../link/rounds.ts'
import {withoutUnwanted} from '../link/wanted.ts'
import {isObject} from '../merge/same.ts'
import type {Document, JsonObject, Reading, Rejection, StoredDocument} from '../model.ts'
import {validate} from '../validate.ts'
import {plannedAssets} from './assets.ts'
import {sortLinks} from './links.ts'
import type {Operation, Plan, PlanTarget} from './model.ts'
import {createOperation, mergeOperation, type Take} from './operation.ts'
import {planIdOf} from './planId.ts'

/** Everything that a plan follows from: nothing else, not the clock, not the order of the files. */
export interface PlanInput {
  target: PlanTarget
  readings: Reading[]
  /** Files that could not be read. */
  rejected: Rejection[]
  stored: StoredDocument[]
  /** What each document's source said when it was last applied, by id. */
  bases: ReadonlyMap<string, JsonObject>
  take?: Take
  /** Pages in two languages, as a person looked at them. */
  pairs?: readonly Pair[]
  /** Ids of the images that the dataset has, by SHA-1. */
  images?: ReadonlyMap<string, string>
}

/** Works out what has to happen to which document. Reads nothing and writes nothing. */
export function buildPlan({target, readings, rejected, stored, bases, take, pairs, images}: PlanInput): Plan {
  const view = viewDataset(stored)
  const linked = link(readings, view, pairs, images)
  const slugs = new Set(stored.map((document) => slugKey(document)).filter((key) => key !== undefined))
  const refused: Rejection[] = []
  const made = linked.linked.flatMap((candidate): {operation: Operation; supporting: boolean}[] => {
    const {
      recognised,
      candidate: {supporting},
    } = candidate
    const operation = recognised
      ? mergeOperation({...candidate, recognised}, bases.get(candidate.id), take)
      : withOwnSlug(createOperation(candidate), slugs)
    if (operation.op === 'unchanged') return [{operation, supporting}]
    const verdict = validate(operation.document, operation.source)
    if (verdict.rejection) {
      refused.push(verdict.rejection)
      return []
    }
    const warnings = [...operation.warnings, ...verdict.warnings]
    return [{operation: {...operation, warnings}, supporting}]
  })
  // Once more, since what names them may have been refused.
  const operations = withoutUnwanted(made, ({operation: {id, document}, supporting}) => ({
    keys: [id],
    refersTo: referencedKeys(document),
    supporting,
  })).map(({operation}) => operation)
  const allRejected = [
    ...rejected,
    ...readings.flatMap((reading) => reading.rejected),
    ...linked.rejected,
    ...refused,
  ].toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))
  return planOf({
    target,
    operations,
    rejected: allRejected,
    readings,
    links: sortLinks(byFile(readings), linked.book),
    pairs: linked.suggested,
    images,
  })
}

interface PlanParts extends Pick<PlanInput, 'target' | 'readings' | 'rejected' | 'images'> {
  operations: Operation[]
  links: Plan['links']
  pairs?: Plan['pairs']
}

/** Puts a plan together, with its summary and its hash. */
export function planOf({target, operations, rejected, readings, links, pairs = [], images}: PlanParts): Plan {
  const body: Omit<Plan, 'planId'> = {
    target,
    operations,
    rejected,
    assets: plannedAssets(byFile(readings), operations, images),
    links,
    pairs,
    accounts: byFile(readings).map(({account}) => account),
    summary: {
      files: new Set([...readings, ...rejected].map(({file}) => file)).size,
      create: count(operations, 'create'),
      patch: count(operations, 'patch'),
      delete: count(operations, 'delete'),
      unchanged: count(operations, 'unchanged'),
      conflict: count(operations, 'conflict'),
      rejected: rejected.length,
      warnings: operations.reduce((total, operation) => total + operation.warnings.length, 0),
    },
  }
  return {planId: planIdOf(body), ...body}
}

const byFile = (readings: readonly Reading[]): Reading[] =>
  readings.toSorted((a, b) => (a.file < b.file ? -1 : 1))

function count(operations: readonly Operation[], op: Operation['op']): number {
  return operations.filter((operation) => operation.op === op).length
}

/** A new document whose web address is taken gets one with the end of its id, not of its order. */
function withOwnSlug(operation: Operation, taken: Set<string>): Operation {
  const key = slugKey(operation.document)
  if (key === undefined) return operation
  if (!taken.has(key)) {
    taken.add(key)
    return operation
  }
  const current = `${key.split('|')[1]}-${operation.id.slice(-6)}`
  return {...operation, document: {...operation.document, slug: {_type: 'slug', current}}}
}

function slugKey(document: Document): string | undefined {
  const slug = document['slug']
  return isObject(slug) && typeof slug['current'] === 'string'
    ? `${document._type}|${slug['current']}`
    : undefined
}
