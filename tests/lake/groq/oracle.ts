import {evaluateSync, parse, toJS} from 'groq-js'
import type {Json, StoredDocument} from '../../../lake/model/document.ts'
import {bundleOf, publishedIdOf} from '../../../lake/model/ids.ts'
import type {Perspective} from '../../../lake/query/index.ts'
import type {RandomQuery} from './randomQuery.ts'

/** The documents of a perspective, worked out in the plainest way, in the order of their ids. */
export function documentsIn(
  documents: readonly StoredDocument[],
  perspective: Perspective,
): StoredDocument[] {
  const byId = (a: StoredDocument, b: StoredDocument): number => (a._id < b._id ? -1 : 1)
  if (perspective === 'raw') return documents.toSorted(byId)
  const stack = typeof perspective === 'string' ? [perspective] : perspective
  const groups = Map.groupBy(documents, ({_id}) => publishedIdOf(_id))
  const shown: StoredDocument[] = []
  for (const [id, versions] of groups) {
    const ranked = [...stack.filter((name) => name !== 'published'), undefined]
      .map((bundle) => versions.find((document) => bundleOf(document._id) === bundle))
      .find((document) => document !== undefined)
    if (ranked === undefined) continue
    const system = ranked['_system'] as {delete?: boolean} | undefined
    const isGone = bundleOf(ranked._id) !== undefined && system?.delete === true
    if (isGone) continue
    shown.push(ranked._id === id ? ranked : {...ranked, _id: id, _originalId: ranked._id})
  }
  return shown.sort(byId)
}

/** What groq-js answers. */
export function oracleAnswer({query, params}: RandomQuery, documents: StoredDocument[]): Json {
  const value = evaluateSync(parse(query, {params}), {
    dataset: documents,
    params,
    sanity: {projectId: 'p', dataset: 'd'},
  })
  return JSON.parse(JSON.stringify(toJS(value) ?? null)) as Json
}
