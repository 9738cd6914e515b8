import {canonicalJson} from '../../migrate/identity.ts'
import {differences} from '../../migrate/merge/difference.ts'
import type {Document, FieldDifference} from '../../migrate/model.ts'
import {contentOf} from './content.ts'

/** How a document differs: it is only in the first, only in the second, or says something else there. */
export type DocumentDifference =
  | {op: 'removed'; id: string; type: string}
  | {op: 'added'; id: string; type: string}
  | {op: 'changed'; id: string; type: string; fields: FieldDifference[]}

/**
 * What leads from the documents before to the documents after, by type and id. Documents are the same when
 * all they say is, keys and the strength of references too; when and by which transaction they were
 * written doesn't count.
 */
export function compareDocuments(
  before: readonly Document[],
  after: readonly Document[],
): DocumentDifference[] {
  const first = byId(before)
  const second = byId(after)
  return [...new Set([...first.keys(), ...second.keys()])]
    .flatMap((id) => difference(first.get(id), second.get(id)))
    .toSorted((a, b) => compareText(`${a.type} ${a.id}`, `${b.type} ${b.id}`))
}

function byId(documents: readonly Document[]): Map<string, Document> {
  return new Map(documents.map((document) => [document._id, contentOf(document)]))
}

function difference(before: Document | undefined, after: Document | undefined): DocumentDifference[] {
  if (before && after) {
    if (canonicalJson(before) === canonicalJson(after)) return []
    return [{op: 'changed', id: after._id, type: after._type, fields: fieldsOf(before, after)}]
  }
  if (after) return [{op: 'added', id: after._id, type: after._type}]
  return before ? [{op: 'removed', id: before._id, type: before._type}] : []
}

/** Where only keys or the strength of references differ, a person would see nothing: then the whole fields. */
function fieldsOf(before: Document, after: Document): FieldDifference[] {
  const seen = differences(before, after)
  if (seen.length > 0) return seen
  return Object.keys({...before, ...after}).flatMap((path): FieldDifference[] => {
    const [a, b] = [before[path], after[path]]
    if (canonicalJson(a) === canonicalJson(b)) return []
    return [{path, ...(a === undefined ? {} : {before: a}), ...(b === undefined ? {} : {after: b})}]
  })
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
