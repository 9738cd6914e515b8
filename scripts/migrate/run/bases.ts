import type {JsonObject, StoredDocument} from '../model.ts'
import type {PlanTarget} from '../plan/model.ts'
import type {Run} from './runFolder.ts'

/**
 * What the source of each document said when it was last applied to this dataset: the base of a three-way
 * merge. A document that was made anew since (the dataset was emptied) has no base.
 */
export function basesOf(
  runs: readonly Run[],
  target: PlanTarget,
  stored: readonly StoredDocument[],
): Map<string, JsonObject> {
  const createdAt = new Map(stored.map((document) => [bareId(document._id), document._createdAt]))
  const bases = new Map<string, JsonObject>()
  for (const {plan, journal} of runs) {
    if (
      plan.target.projectId !== target.projectId ||
      plan.target.dataset !== target.dataset ||
      plan.target.kind !== target.kind
    )
      continue
    const outputs = new Map(
      plan.operations
        // What a schema migration did says nothing about a source.
        .filter(({inPlace}) => !inPlace)
        .map((operation) => [operation.id, operation.output]),
    )
    const written = new Set(journal.flatMap((line) => (line.event === 'written' ? [line.transactionId] : [])))
    for (const line of journal) {
      if (line.event === 'rolledBack') for (const id of line.ids) bases.delete(bareId(id))
      const ids =
        line.event === 'settled'
          ? line.ids
          : line.event === 'write' && written.has(line.transactionId)
            ? line.documents.map((document) => bareId(document.id))
            : []
      for (const id of ids) {
        const output = outputs.get(id)
        const created = createdAt.get(id)
        if (output && created !== undefined && 'at' in line && created <= line.at) bases.set(id, output)
      }
    }
  }
  return bases
}

function bareId(id: string): string {
  return id.replace(/^drafts\./, '')
}
