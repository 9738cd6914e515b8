import type {Dataset} from '../dataset/index.ts'
import type {Json, StoredDocument} from '../model/document.ts'
import {isSystemId, isVariantId} from '../model/ids.ts'
import type {Change} from '../model/transaction.ts'
import {createQueryEngine} from '../query/index.ts'
import type {Operation, Webhook} from './webhook.ts'

/** Milliseconds to make the payload of one message: everyone else waits meanwhile. */
const DEADLINE = 100

/** The filter of a webhook as a condition on documents; throws a `LakeError` when it can't be parsed. */
export function webhookFilter(
  dataset: Dataset,
  filter: string | null,
): (document: StoredDocument) => boolean {
  return filter === null || filter.trim() === '' ? () => true : dataset.engine.filter(`*[${filter}]`, {})
}

/** What a change is to a webhook; `undefined` when it does not concern it. */
export function operationOf(
  {documentId, before, after}: Change,
  {includeDrafts, rule}: Webhook,
  matches: (document: StoredDocument) => boolean,
): Operation | undefined {
  if (isSystemId(documentId) || (!includeDrafts && isVariantId(documentId))) return undefined
  const subject = after ?? before
  if (subject === null || !matches(subject)) return undefined
  const operation = before === null ? 'create' : after === null ? 'delete' : 'update'
  return rule.on.includes(operation) ? operation : undefined
}

/** What is sent of a document: all of it, or its projection. */
export function payloadOf(dataset: Dataset, document: StoredDocument, projection: string | null): Json {
  if (projection === null || projection.trim() === '') return document
  const isCurrent = dataset.documents.get(document._id)?._rev === document._rev
  const name = {projectId: dataset.project, dataset: dataset.name}
  const engine = isCurrent ? dataset.engine : createQueryEngine([document], name)
  const query = `*[_id == $id][0]${projection}`
  return engine.query({query, params: {id: document._id}, perspective: 'raw', deadline: DEADLINE}).result
}
