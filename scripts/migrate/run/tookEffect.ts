import type {MigrationDataset} from './dataset.ts'
import type {Mutation} from './mutations.ts'
import {record, type Run, type Written} from './runFolder.ts'

/** A document that a transaction writes or deletes. */
export type Effect = Pick<Written, 'id' | 'deleted'>

/** What mutations leave behind. */
export function effectsOf(mutations: readonly Mutation[]): Effect[] {
  const deleted = new Set(mutations.flatMap((one) => ('delete' in one ? [one.delete.id] : [])))
  const written = mutations.flatMap((one) =>
    'create' in one ? [one.create._id] : 'patch' in one ? [one.patch.id] : [],
  )
  return [
    ...written.filter((id) => !deleted.has(id)).map((id) => ({id})),
    ...[...deleted].map((id): Effect => ({id, deleted: true})),
  ]
}

/** Settles by looking whether a transaction took effect: a revision is the id of the one that made it. */
export async function tookEffect(
  effects: readonly Effect[],
  transactionId: string,
  dataset: Pick<MigrationDataset, 'read'>,
): Promise<boolean> {
  const current = await dataset.read(effects.map(({id}) => id))
  const kept = effects.filter(({deleted}) => !deleted)
  return kept.length > 0
    ? kept.some(({id}) => current.get(id)?._rev === transactionId)
    : effects.every(({id}) => !current.has(id))
}

/** A transaction that was sent before the run was killed may be in the dataset: looks, and journals that. */
export async function settleOpenWrites(run: Run, dataset: Pick<MigrationDataset, 'read'>): Promise<void> {
  const ended = new Set(run.journal.flatMap((line) => (line.event === 'written' ? [line.transactionId] : [])))
  for (const line of run.journal.filter((one) => one.event === 'write')) {
    const {transactionId, documents} = line
    if (!ended.has(transactionId) && (await tookEffect(documents, transactionId, dataset))) {
      record(run, {event: 'written', transactionId})
    }
  }
}
