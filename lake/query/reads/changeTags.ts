import type {StoredDocument} from '../../model/document.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {DocumentChange} from '../types.ts'
import {type SubjectKind, eachSubject} from './subjects.ts'
import {EVERYTHING_TAG, tagOf} from './tag.ts'

/**
 * The sync tags that some changes bear: each answer that they may alter has one of them. `variantsOf`
 * gives the document, draft and versions of a published id: as one comes or goes, a perspective shows
 * another in its place.
 */
export function changeTags(
  changes: readonly DocumentChange[],
  variantsOf: (publishedId: string) => readonly StoredDocument[],
): string[] {
  if (changes.length === 0) return []
  const tags = new Set([EVERYTHING_TAG])
  const tell = (kind: SubjectKind, text: string): void => void tags.add(tagOf(kind, text))
  for (const {documentId, before, after} of changes) {
    const publishedId = publishedIdOf(documentId)
    tell('id', documentId)
    tell('id', publishedId)
    if (before !== null) eachSubject(before, null, tell)
    if (after !== null) eachSubject(after, before, tell)
    for (const variant of variantsOf(publishedId)) {
      tell('id', variant._id)
      if (variant !== after) eachSubject(variant, null, tell)
    }
  }
  return [...tags]
}
