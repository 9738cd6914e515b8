import type {StoredDocument} from '../../model/document.ts'
import {bundleOf, publishedIdOf} from '../../model/ids.ts'
import {queryError} from '../errors.ts'
import type {Perspective} from '../types.ts'

/** A perspective in one form: `null` is raw, otherwise the bundles above published, leftmost wins. */
export type Stack = readonly string[] | null

/** Brings a perspective into its one form. `published` is always the base, whether named or not. */
export function stackOf(perspective: Perspective): Stack {
  const names = typeof perspective === 'string' ? [perspective] : perspective
  if (names.includes('raw')) {
    if (names.length > 1) throw queryError(400, 'The perspective "raw" cannot be combined')
    return null
  }
  const end = names.indexOf('published')
  const above = end === -1 ? names : names.slice(0, end)
  return above.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
}

/** Whether a version says that its document is to disappear. */
export function isDeletion(document: StoredDocument): boolean {
  const system = document['_system']
  return typeof system === 'object' && system !== null && !Array.isArray(system) && system['delete'] === true
}

/** A version as a perspective shows it: under its published id, its own id kept beside. */
export function overlay(document: StoredDocument): StoredDocument {
  return {...document, _id: publishedIdOf(document._id), _originalId: document._id}
}

/** The documents of one perspective, in dataset order. */
export function documentsOf(
  documents: Iterable<StoredDocument>,
  stack: Stack,
  publicOnly: boolean,
): StoredDocument[] {
  const visible = publicOnly ? [...documents].filter(({_id}) => !_id.includes('.')) : [...documents]
  if (stack === null) return visible
  const winners = new Map<string, {rank: number; document: StoredDocument}>()
  for (const document of visible) {
    const bundle = bundleOf(document._id)
    const rank = bundle === undefined ? stack.length : stack.indexOf(bundle)
    if (rank === -1) continue
    const group = publishedIdOf(document._id)
    const winner = winners.get(group)
    if (winner === undefined) winners.set(group, {rank, document})
    else if (rank < winner.rank) Object.assign(winner, {rank, document})
  }
  return [...winners.values()]
    .filter(({document, rank}) => rank === stack.length || !isDeletion(document))
    .map(({document}) => overlay(document))
}
