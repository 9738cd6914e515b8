import type {StoredDocument} from '../../model/document.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {DocumentChange} from '../types.ts'
import {EVERYTHING, type Subject, collectSubjects, idSubject} from './subjects.ts'
import {tagOf} from './tag.ts'

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
  const subjects = new Set<Subject>([EVERYTHING])
  for (const {documentId, before, after} of changes) {
    const publishedId = publishedIdOf(documentId)
    subjects.add(idSubject(documentId)).add(idSubject(publishedId))
    if (before !== null) collectSubjects(before, subjects)
    if (after !== null) collectSubjects(after, subjects)
    for (const variant of variantsOf(publishedId)) {
      subjects.add(idSubject(variant._id))
      if (variant !== after) collectSubjects(variant, subjects)
    }
  }
  return [...subjects].map(tagOf)
}
