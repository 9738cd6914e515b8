import type {StoredDocument} from '../model/document.ts'
import {danglingReference, stillReferenced} from './failures.ts'
import {strongReferences} from './references.ts'
import type {DocumentView} from './view.ts'

/** Refuses a document whose strong references lead nowhere, and a deletion that would make such. */
export function demandIntegrity(
  documents: Pick<DocumentView, 'get' | 'referencesTo'>,
  id: string,
  after: StoredDocument | null,
): void {
  if (after === null) {
    const referencing = documents.referencesTo(id)
    if (referencing.length > 0) throw stillReferenced(id, referencing)
    return
  }
  for (const target of strongReferences(after)) {
    if (documents.get(target) === undefined) throw danglingReference(id, target)
  }
}
