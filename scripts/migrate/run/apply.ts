import type {Document, StoredDocument} from '../model.ts'
import type {Operation, Plan, PlannedAsset} from '../plan/model.ts'
import {isRefusal, type MigrationDataset} from './dataset.ts'
import {deletionOf, patchInto, saysTheSame, stamped, type Mutation} from './mutations.ts'
import {record, type Run, type Written} from './runFolder.ts'
import {settleOpenWrites} from './tookEffect.ts'
import {uploadAssets, withAssetIds} from './uploads.ts'

/** The service takes more, but a batch this size is quick to settle when its answer is lost. */
const MOST_MUTATIONS = 100
const MOST_BYTES = 500_000

export interface ApplyOutcome {
  written: string[]
  /** Said the same already: an earlier run wrote it, or someone typed it. */
  already: string[]
  refused: {id: string; reason: string}[]
  /** Conflicts stay as they are in the dataset. */
  conflicts: string[]
}

export interface ApplyOptions {
  dataset: MigrationDataset
  run: Run
  now: () => Date
  onProgress?: (done: number, of: number) => void
  /** The bytes of a picture of the plan. */
  bytesOf?: (asset: PlannedAsset) => Promise<Uint8Array>
}

/**
 * Writes what a plan says and nothing else, as drafts unless the plan is a schema migration's. Each batch is journalled before and after, so that a
 * run that was killed can go on: what is written already is recognised and left. A document that changed
 * since the plan was made is refused; the others are written.
 */
export async function applyPlan(
  plan: Plan,
  {dataset, run, now, onProgress, bytesOf = noBytes}: ApplyOptions,
): Promise<ApplyOutcome> {
  const outcome: ApplyOutcome = {
    written: [],
    already: [],
    refused: [],
    conflicts: plan.operations
      .filter((operation) => operation.op === 'conflict')
      .map((operation) => operation.id),
  }
  const settled = plan.operations.filter((operation) => operation.settled).map((operation) => operation.id)
  if (run.journal.length === 0) {
    record(run, {event: 'begin', runId: run.runId, planId: plan.planId, at: now().toISOString()})
  }
  if (settled.length > 0) record(run, {event: 'settled', ids: settled, at: now().toISOString()})
  await settleOpenWrites(run, dataset)

  const ids = await uploadAssets(plan, {dataset, run}, bytesOf)
  const operations = plan.operations
    .filter(({op}) => op === 'create' || op === 'patch' || op === 'delete')
    .map((operation) => ({...operation, document: withAssetIds(operation.document, ids)}))
  let done = 0
  const context = {dataset, run, now, outcome}
  for (const batch of batchesOf(operations)) {
    await writeBatch(batch, context)
    done += batch.length
    onProgress?.(done, operations.length)
  }
  for (const {id, reason} of outcome.refused) record(run, {event: 'refused', id, reason})
  record(run, {event: 'end', at: now().toISOString()})
  return outcome
}

async function noBytes({filename}: PlannedAsset): Promise<Uint8Array> {
  throw new Error(`The picture ${filename} of the plan is not at hand.`)
}

interface Context {
  dataset: MigrationDataset
  run: Run
  now: () => Date
  outcome: ApplyOutcome
}

/** A refused batch is written again one by one, so that one document does not hold up the others. */
async function writeBatch(batch: readonly Operation[], context: Context): Promise<void> {
  const {outcome, dataset} = context
  const current = await dataset.read(
    batch.flatMap(({id, inPlace}) => (inPlace ? [id] : [id, `drafts.${id}`])),
  )
  const writes = batch.flatMap((operation) => {
    const decision = decide(operation, current)
    if (decision.kind === 'write') return [{operation, before: decision.before}]
    if (decision.kind === 'already') outcome.already.push(operation.id)
    else outcome.refused.push({id: operation.id, reason: decision.reason})
    return []
  })
  if (writes.length === 0) return
  try {
    await commit(writes, context)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (writes.length === 1) {
      const reason = error instanceof Error ? error.message : String(error)
      outcome.refused.push(...writes.map(({operation}) => ({id: operation.id, reason})))
      return
    }
    for (const {operation} of writes) await writeBatch([operation], context)
  }
}

type Decision =
  | {kind: 'write'; before: StoredDocument | null}
  | {kind: 'already'}
  | {kind: 'refuse'; reason: string}

function decide(
  {id, op, document, before, inPlace}: Operation,
  current: ReadonlyMap<string, StoredDocument>,
): Decision {
  const target = current.get(inPlace ? id : `drafts.${id}`)
  const now = target ?? current.get(id)
  if (op === 'delete' ? !now : now && saysTheSame(now, document)) return {kind: 'already'}
  if (op === 'create') {
    return now
      ? {kind: 'refuse', reason: 'It was made by someone else since the plan: plan again.'}
      : {kind: 'write', before: null}
  }
  if (!now) return {kind: 'refuse', reason: 'It was deleted since the plan: plan again.'}
  if (now._id !== before?._id || now._rev !== before._rev) {
    return {kind: 'refuse', reason: 'It was edited since the plan: plan again.'}
  }
  return {kind: 'write', before: target ?? null}
}

interface Write {
  operation: Operation
  before: StoredDocument | null
}

async function commit(writes: readonly Write[], {dataset, run, now, outcome}: Context): Promise<void> {
  const at = now().toISOString()
  const transactionId = `${run.runId}-${run.journal.filter((line) => line.event === 'write').length + 1}`
  const documents: Written[] = writes.map(({operation, before}) => ({
    id: operation.document._id,
    before,
    ...(operation.op === 'delete' ? {deleted: true} : {}),
  }))
  record(run, {event: 'write', transactionId, at, documents})
  const mutations = writes.flatMap(({operation, before}): Mutation[] => {
    if (operation.op === 'delete') return before ? deletionOf(before) : []
    const document: Document = operation.inPlace
      ? operation.document
      : stamped(operation.document, at, run.runId)
    return [before ? patchInto(before, document) : {create: document}]
  })
  await dataset.commit(mutations, transactionId)
  record(run, {event: 'written', transactionId})
  outcome.written.push(...writes.map(({operation}) => operation.id))
}

function batchesOf(operations: readonly Operation[]): Operation[][] {
  const batches: Operation[][] = []
  let bytes = 0
  for (const operation of operations) {
    const size = Buffer.byteLength(JSON.stringify(operation.document))
    const last = batches.at(-1)
    if (!last || last.length >= MOST_MUTATIONS || bytes + size > MOST_BYTES) {
      batches.push([operation])
      bytes = size
    } else {
      last.push(operation)
      bytes += size
    }
  }
  return batches
}
