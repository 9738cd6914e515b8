import type {Document, StoredDocument} from '../model.ts'
import {isRefusal, type MigrationDataset} from './dataset.ts'
import {deletionOf, patchInto, type Mutation} from './mutations.ts'
import {record, type Run, type Written} from './runFolder.ts'
import {settleOpenWrites} from './tookEffect.ts'
import {removeUploads} from './uploads.ts'

export interface RollbackOutcome {
  deleted: string[]
  restored: string[]
  /** Images that the run uploaded and nothing refers to any more: deleted. */
  images: string[]
  /** Left as it is, with the reason. */
  kept: {id: string; reason: string}[]
}

interface Undo extends Written {
  /** Undefined for what the run deleted. */
  current: StoredDocument | undefined
}

/**
 * Takes back what a run wrote: what it made is deleted, what it changed is restored. A document that was
 * edited or published since, or that something else refers to, is left and listed.
 */
export async function rollBack(
  run: Run,
  dataset: MigrationDataset,
  now: () => Date,
): Promise<RollbackOutcome> {
  const outcome: RollbackOutcome = {deleted: [], restored: [], images: [], kept: []}
  await settleOpenWrites(run, dataset)
  const written = writtenBy(run)
  const current = await dataset.read([...written.keys()])
  const live = await publishedSince(run, written, current, dataset)
  const undos: Undo[] = []
  for (const [id, {before, deleted, transactionIds, inDoubt, undoneBy}] of [...written].toReversed()) {
    const document = current.get(id)
    const isGone = !document && !live.has(id)
    // The transaction never arrived: there is nothing to take back.
    if (inDoubt && (before ? document?._rev === before._rev : isGone)) continue
    if (undoneBy !== undefined && (before ? document?._rev === undoneBy : isGone)) {
      // An earlier rollback was cut short after this one.
      outcome[before ? 'restored' : 'deleted'].push(id)
    } else if (deleted) {
      if (document && document._rev !== before?._rev)
        outcome.kept.push({id, reason: 'It was made again since.'})
      else if (!document) undos.push({id, before, deleted, current: undefined})
    } else if (!document)
      outcome.kept.push({id, reason: 'It is no longer a draft: it was published or deleted since.'})
    else if (!transactionIds.has(document._rev)) outcome.kept.push({id, reason: 'It was edited since.'})
    else undos.push({id, before, current: document})
  }
  // What was deleted comes back first, since what is restored may refer to it.
  const restorable = undos
    .filter((undo) => undo.before !== null)
    .toSorted((a, b) => Number(b.deleted ?? false) - Number(a.deleted ?? false))
  let number = run.journal.filter((line) => line.event === 'undo').length
  const take = async (undo: Undo) => {
    number += 1
    await takeBack(undo, `${run.runId}-undo-${number}`, {run, dataset, outcome})
  }
  for (const undo of restorable) await take(undo)
  // Only now: what is restored no longer refers to what the run made.
  const deletable = await withoutReferrers(
    undos.filter((undo) => undo.before === null),
    dataset,
    outcome,
  )
  for (const undo of deletable) await take(undo)
  outcome.images = await removeUploads(run, dataset)
  const ids = [...outcome.deleted, ...outcome.restored]
  record(
    run,
    {event: 'rolledBack', ids, at: now().toISOString()},
    ...outcome.kept.map((kept) => ({event: 'kept' as const, ...kept})),
  )
  return outcome
}

interface Entry extends Omit<Written, 'id'> {
  transactionIds: Set<string>
  /** Whether its write was cut short and does not show in the dataset: what is as before was never written. */
  inDoubt: boolean
  /** The transaction of a rollback that was cut short: it may have happened. */
  undoneBy?: string
}

/** What the run wrote and nothing has taken back yet. */
function writtenBy({journal}: Run): Map<string, Entry> {
  const settled = new Set(journal.flatMap((line) => (line.event === 'written' ? [line.transactionId] : [])))
  const written = new Map<string, Entry>()
  for (const line of journal) {
    if (line.event === 'rolledBack') {
      for (const id of line.ids) written.delete(id)
      for (const entry of written.values()) delete entry.undoneBy
    } else if (line.event === 'undo') {
      const entry = written.get(line.id)
      if (entry) entry.undoneBy = line.transactionId
    }
    if (line.event !== 'write') continue
    for (const {id, before, deleted} of line.documents) {
      const entry = written.get(id) ?? {
        before,
        transactionIds: new Set<string>(),
        inDoubt: true,
        ...(deleted ? {deleted} : {}),
      }
      entry.transactionIds.add(line.transactionId)
      entry.inDoubt &&= !settled.has(line.transactionId)
      written.set(id, entry)
    }
  }
  return written
}

/** The drafts of the run that are gone, not by a rollback that was cut short but since somebody published them. */
async function publishedSince(
  {plan}: Run,
  written: ReadonlyMap<string, Entry>,
  current: ReadonlyMap<string, StoredDocument>,
  dataset: MigrationDataset,
): Promise<Set<string>> {
  const gone = [...written.keys()].filter((id) => !current.has(id))
  const plannedOn = new Map(plan.operations.map(({document, before}) => [document._id, before?._rev]))
  const published = await dataset.read(gone.map(bareId))
  return new Set(
    gone.filter((id) => {
      const now = published.get(bareId(id))
      return now !== undefined && now._rev !== plannedOn.get(id)
    }),
  )
}

/** Leaves out what something else refers to, and then what the left-out ones refer to, until nothing changes. */
async function withoutReferrers(
  undos: readonly Undo[],
  dataset: MigrationDataset,
  outcome: RollbackOutcome,
): Promise<Undo[]> {
  const published = await dataset.read(undos.map(({id}) => bareId(id)))
  let deletable = [...undos]
  for (;;) {
    const deleted = new Set(deletable.map(({id}) => id))
    const blocked = new Map<string, string[]>()
    for (const {id} of deletable) {
      if (published.has(bareId(id))) continue
      const referrers = (await dataset.referrers(bareId(id))).filter((referrer) => !deleted.has(referrer))
      if (referrers.length > 0) blocked.set(id, referrers)
    }
    if (blocked.size === 0) return deletable
    for (const [id, referrers] of blocked)
      outcome.kept.push({id, reason: `These documents refer to it: ${referrers.join(', ')}.`})
    deletable = deletable.filter(({id}) => !blocked.has(id))
  }
}

async function takeBack(
  {id, before, current}: Undo,
  transactionId: string,
  {run, dataset, outcome}: {run: Run; dataset: MigrationDataset; outcome: RollbackOutcome},
) {
  record(run, {event: 'undo', id, transactionId})
  try {
    await dataset.commit(undoOf(before, current), transactionId)
  } catch (error) {
    if (!isRefusal(error)) throw error
    outcome.kept.push({id, reason: error instanceof Error ? error.message : String(error)})
    return
  }
  if (before) outcome.restored.push(id)
  else outcome.deleted.push(id)
}

function undoOf(before: StoredDocument | null, current: StoredDocument | undefined): Mutation[] {
  if (!current) return before ? [{create: contentWithId(before)}] : []
  return before ? [patchInto(current, before)] : deletionOf(current)
}

/** A document as it was written, without what the dataset kept about it. */
function contentWithId({_rev, _updatedAt, _system, ...document}: StoredDocument): Document {
  return document
}

function bareId(id: string): string {
  return id.replace(/^drafts\./, '')
}
