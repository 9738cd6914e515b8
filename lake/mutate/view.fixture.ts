import type {JsonObject, StoredDocument} from '../model/document.ts'
import {bundleOf, isVariantId, isVersionId, publishedIdOf} from '../model/ids.ts'
import {strongReferences} from './references.ts'
import {stamped} from './systemAttributes.ts'
import type {DocumentView, WriteContext} from './view.ts'

/** A view on a handful of documents, for tests. Its "queries" are document types. */
export function viewOf(...contents: (JsonObject & {_id: string; _type: string})[]): DocumentView {
  const before = {transactionId: 'earlier', timestamp: '2026-01-01T00:00:00.000Z'}
  const documents = new Map<string, StoredDocument>(
    contents.map((content) => [content._id, stamped(content, before)]),
  )
  const ids = (wanted: (document: StoredDocument) => boolean): string[] =>
    [...documents.values()].filter(wanted).map(({_id}) => _id)
  return {
    get: (id) => documents.get(id),
    query: (type) => ids(({_type}) => _type === type),
    referencesTo: (id) => ids((document) => strongReferences(document).has(id)),
    versionsOf: (release) => ids(({_id}) => isVersionId(_id) && bundleOf(_id) === release),
    earlier: () => undefined,
    loggedOf: () => [],
    variantsOf: (publishedId) => ids(({_id}) => isVariantId(_id) && publishedIdOf(_id) === publishedId),
  }
}

/** A transaction's context in which nothing is left to chance. */
export function contextOf(overrides: Partial<WriteContext> = {}): WriteContext {
  let ids = 0
  let keys = 0
  return {
    transactionId: 'tx',
    timestamp: '2026-02-02T00:00:00.000Z',
    autoGenerateArrayKeys: false,
    generateId: () => `generated${++ids}`,
    generateKey: () => `key${++keys}`,
    ...overrides,
  }
}
