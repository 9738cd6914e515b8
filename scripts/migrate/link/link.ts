import {documentId} from '../identity.ts'
import {isObject} from '../merge/same.ts'
import type {Candidate, Json, JsonObject, Rejection} from '../model.ts'
import {recognise, type DatasetView, type Recognised} from './dataset.ts'
import {gather} from './gather.ts'
import {referencedKeys, withRounds} from './rounds.ts'

/** A candidate that knows which document it is and which documents it refers to. */
export interface LinkedCandidate {
  candidate: Candidate
  /** Without `drafts.`. */
  id: string
  /** The candidate's fields and defaults with references by id. */
  fields: JsonObject
  defaults: JsonObject
  recognised?: Recognised
}

/**
 * Finds out which document each thing is and turns references by natural key into references by id. What
 * is only named, and that nothing taken over refers to, is left out.
 */
export function link(
  candidates: readonly Candidate[],
  view: DatasetView,
): {linked: LinkedCandidate[]; rejected: Rejection[]} {
  const gathered = withRounds(gather(candidates), view)
  const kept = withoutUnwanted(gathered)
  const identified = kept.map((candidate) => {
    const recognised = recognise(candidate, view)
    return {candidate, recognised, id: recognised?.entry.id ?? newId(candidate)}
  })
  const targets = targetsOf(identified, view)
  const rejected: Rejection[] = []
  const linked = identified.flatMap(({candidate, recognised, id}) => {
    const {fields, defaults} = candidate
    const missing = referencedKeys({fields, defaults}).find((key) => !targets.has(key))
    if (missing !== undefined) {
      rejected.push({
        ...candidate.source,
        code: 'reference-missing',
        reason: `It refers to ${missing}, which is neither in these files nor in the dataset.`,
      })
      return []
    }
    return [
      {
        candidate,
        id,
        fields: resolved(fields, targets),
        defaults: resolved(defaults, targets),
        ...(recognised ? {recognised} : {}),
      },
    ]
  })
  return {linked, rejected}
}

/** Keeps what stands up for itself, and of the rest only what something kept refers to. */
function withoutUnwanted(candidates: readonly Candidate[]): Candidate[] {
  const kept = new Set(candidates.filter(({supporting}) => !supporting))
  for (;;) {
    const wanted = new Set([...kept].flatMap(({fields, defaults}) => referencedKeys({fields, defaults})))
    const added = candidates.filter(
      (candidate) =>
        !kept.has(candidate) && candidate.keys.some((key) => wanted.has(`${candidate.type}|${key}`)),
    )
    if (added.length === 0) return candidates.filter((candidate) => kept.has(candidate))
    for (const candidate of added) kept.add(candidate)
  }
}

function newId({type, keys}: Candidate): string {
  return type === 'trustFund' ? 'trustFund' : documentId(type, keys[0] ?? '')
}

interface ReferenceTarget {
  id: string
  type: string
  published: boolean
}

function targetsOf(
  identified: {candidate: Candidate; recognised: Recognised | undefined; id: string}[],
  view: DatasetView,
): Map<string, ReferenceTarget> {
  const stored = [...view.byKey].flatMap(([name, [entry]]): [string, ReferenceTarget][] =>
    entry ? [[name, {id: entry.id, type: entry.current._type, published: entry.published}]] : [],
  )
  const planned = identified.flatMap(({candidate: {type, keys}, recognised, id}) =>
    keys.map((key): [string, ReferenceTarget] => [
      `${type}|${key}`,
      {id, type, published: recognised?.entry.published ?? false},
    ]),
  )
  return new Map([...stored, ...planned])
}

function resolved(fields: JsonObject, targets: Map<string, ReferenceTarget>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, resolveReferences(value, targets)]),
  )
}

/** A reference to what is not published yet is weak until then, as the Studio writes it. */
function resolveReferences(value: Json, targets: Map<string, ReferenceTarget>): Json {
  if (Array.isArray(value)) return value.map((one) => resolveReferences(one, targets))
  if (!isObject(value)) return value
  const target = typeof value['_ref'] === 'string' ? targets.get(value['_ref']) : undefined
  if (target) {
    return {
      ...value,
      _ref: target.id,
      ...(target.published ? {} : {_weak: true, _strengthenOnPublish: {type: target.type}}),
    }
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, targets)]),
  )
}
