import {isDraftId, isSystemId, isVersionId} from '../model/ids.ts'
import {type Change, operationOf} from '../model/transaction.ts'
import type {ChangeRule} from '../query/index.ts'
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
  if (!hook.rule.on.includes(operation) || !rule.matches(change)) return undefined
  return {documentId, operation, payload: JSON.stringify(rule.project(change))}
}
