import {documentId} from '../identity.ts'
import type {Candidate, StoredDocument} from '../model.ts'
import {factKeys, projectFacts, sameProject} from './projectFacts.ts'
import {sourceKeys, storedKeys} from './storedKeys.ts'

/** A document of the dataset in the state that editors see: its draft, else what is published. */
export interface Entry {
  /** Without `drafts.`. */
  id: string
  current: StoredDocument
  published: boolean
}

/** The documents that a plan is held against, found by natural key. */
export interface DatasetView {
  entries: Entry[]
  byId: Map<string, Entry>
  byKey: Map<string, Entry[]>
  bySource: Map<string, Entry[]>
  byFact: Map<string, Entry[]>
}

const DRAFTS = 'drafts.'

/** Looks at the dataset as editors see it; versions in releases stay out of it. */
export function viewDataset(documents: readonly StoredDocument[]): DatasetView {
  const byId = new Map<string, Entry>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const isDraft = document._id.startsWith(DRAFTS)
    const id = isDraft ? document._id.slice(DRAFTS.length) : document._id
    const other = byId.get(id)
    byId.set(id, {
      id,
      current: isDraft || !other ? document : other.current,
      published: !isDraft || other?.published === true,
    })
  }
  const entries = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    entries,
    byId,
    byKey: indexBy(entries, storedKeys),
    bySource: indexBy(entries, sourceKeys),
    byFact: indexBy(entries, projectFactKeys),
  }
}

/** A document that a candidate describes, and by which key it was recognised. */
export interface Recognised {
  entry: Entry
  by: string
  /** Other documents that answer to the candidate too: a person must look. */
  others: Entry[]
}

/** The document that has the id, or answers to a natural key, of a candidate. */
export function documentByKey({type, keys}: Candidate, view: DatasetView): Entry | undefined {
  const byId = keys.map((key) => view.byId.get(documentId(type, key))).find(Boolean)
  return byId ?? keys.map((key) => view.byKey.get(`${type}|${key}`)?.[0]).find(Boolean)
}

/** Finds the document that a candidate describes: by id, natural key, source only it names, else a project by its facts. */
export function recognise(candidate: Candidate, view: DatasetView): Recognised | undefined {
  const {type, keys} = candidate
  const [own, ...doubles] = new Set(keys.flatMap((key) => view.byId.get(documentId(type, key)) ?? []))
  if (own) return {entry: own, by: 'id', others: doubles}
  for (const key of keys) {
    const found = view.byKey.get(`${type}|${key}`)
    if (found?.[0]) return {entry: found[0], by: key, others: found.slice(1)}
  }
  for (const key of keys) {
    const found = view.bySource.get(`${type}|${key}`)
    if (found?.[0] && found.length === 1) return {entry: found[0], by: key, others: []}
  }
  if (type !== 'project') return undefined
  const facts = projectFacts(candidate.fields)
  const near = new Set(factKeys(facts).flatMap((key) => view.byFact.get(`project|${key}`) ?? []))
  const [first, ...others] = [...near]
    .filter(({current}) => sameProject(facts, projectFacts(current)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return first && {entry: first, by: 'amount, start and title', others}
}

function projectFactKeys(document: StoredDocument): string[] {
  return document._type === 'project' ? factKeys(projectFacts(document)) : []
}

function indexBy(entries: Entry[], keysOf: (document: StoredDocument) => string[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry.current))) {
      const name = `${entry.current._type}|${key}`
      const found = index.get(name)
      if (found) found.push(entry)
      else index.set(name, [entry])
    }
  }
  return index
}
