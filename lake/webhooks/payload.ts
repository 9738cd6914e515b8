import type {StoredDocument} from '../model/document.ts'
import {isDraftId, isSystemId, isVersionId} from '../model/ids.ts'
import {type Change, operationOf} from '../model/transaction.ts'
import type {ChangeRule, DocumentChange} from '../query/index.ts'
import type {Message, Webhook} from './webhook.ts'

/** What a webhook is told of a change; `undefined` when it does not concern it. */
export function payloadOf(
  change: Change,
  hook: Webhook,
  rule: ChangeRule,
): Pick<Message, 'documentId' | 'operation' | 'payload'> | undefined {
  const {documentId} = change
  if (isSystemId(documentId)) return undefined
  if (!hook.includeDrafts && isDraftId(documentId)) return undefined
  if (!hook.includeAllVersions && isVersionId(documentId)) return undefined
  const operation = operationOf(change)
  const told = withRemnant(change)
  if (!hook.rule.on.includes(operation) || !rule.matches(told)) return undefined
  return {documentId, operation, payload: JSON.stringify(rule.project(told))}
}

/** Who is told of a purged deletion is found by all that is left of its document: id and type. */
function withRemnant({documentId, before, after, remnant}: Change): DocumentChange {
  const known = remnant === undefined ? before : (remnant as StoredDocument)
  return {documentId, before: known, after}
}
