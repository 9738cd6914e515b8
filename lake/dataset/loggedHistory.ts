import type {JsonObject, StoredDocument} from '../model/document.ts'
import type {Change, Effects, Remnant, Transaction} from '../model/transaction.ts'
import {applyEffect, effectsBetween} from '../mutate/index.ts'
import {
  type HistoryStep,
  type Log,
  type LoggedChange,
  type LoggedTransaction,
  normalTime,
} from '../store/index.ts'
import type {Moment} from './types.ts'

/** A document just before and just after one transaction. */
interface States {
  before: StoredDocument | null
  after: StoredDocument | null
}

const ABSENT: States = {before: null, after: null}

/** The state after a step back. */
export const stepBack = (after: StoredDocument | null, step: HistoryStep): StoredDocument | null =>
  step.revert === null ? null : applyEffect(after, step.revert, step.previousRevision)

/**
 * Logged transactions with the states of their documents. A state is rebuilt when it is first asked
 * for, all of one document in one walk back from what it is now.
 */
export function withStates(
  logged: readonly LoggedTransaction[],
  log: Log,
  current: (id: string) => StoredDocument | undefined,
): Transaction[] {
  const wanted = new Map<string, Set<number>>()
  for (const {seq, changes} of logged) {
    for (const {documentId} of changes) {
      wanted.set(documentId, (wanted.get(documentId) ?? new Set()).add(seq))
    }
  }

  const rebuilt = new Map<string, ReadonlyMap<number, States>>()
  const statesOf = (documentId: string, seq: number): States => {
    const known = rebuilt.get(documentId) ?? rebuild(documentId, wanted.get(documentId) ?? new Set())
    rebuilt.set(documentId, known)
    return known.get(seq) ?? ABSENT
  }

  const rebuild = (documentId: string, seqs: ReadonlySet<number>): ReadonlyMap<number, States> => {
    const states = new Map<number, States>()
    let state = current(documentId) ?? null
    for (const step of log.steps(documentId, Math.min(...seqs))) {
      const before = stepBack(state, step)
      if (seqs.has(step.seq)) states.set(step.seq, {before, after: state})
      state = before
    }
    return states
  }

  return logged.map(({changes, ...transaction}) => ({
    ...transaction,
    changes: changes.map(
      (change) => new RebuiltChange(change, () => statesOf(change.documentId, transaction.seq)),
    ),
  }))
}

/** A change from the log, its states and derivable patches made on demand. */
class RebuiltChange implements Change {
  readonly documentId: string
  readonly purged: boolean
  readonly remnant?: Remnant
  readonly mutations: JsonObject[]
  readonly #logged: LoggedChange
  readonly #states: () => States

  constructor(logged: LoggedChange, states: () => States) {
    this.documentId = logged.documentId
    this.purged = logged.purged
    if (logged.remnant !== undefined) this.remnant = logged.remnant
    this.mutations = logged.mutations
    this.#logged = logged
    this.#states = states
  }

  get before(): StoredDocument | null {
    return this.#logged.kind === 'create' ? null : this.#states().before
  }

  get after(): StoredDocument | null {
    return this.#logged.kind === 'delete' ? null : this.#states().after
  }

  get effects(): Effects {
    const {apply, revert} = this.#logged
    return apply !== null && revert !== null ? {apply, revert} : effectsBetween(this.before, this.after)
  }
}

/** A document as it was at a moment, found by going back from what it is now. */
export function documentAt(
  log: Log,
  id: string,
  current: StoredDocument | undefined,
  {revision, time, lastRevision}: Moment,
): StoredDocument | undefined {
  if (lastRevision) {
    const [deletion] = current === undefined ? log.steps(id, 0, 1) : []
    return current ?? (deletion === undefined ? undefined : (stepBack(null, deletion) ?? undefined))
  }
  const seq = seqOf(log, revision, time)
  if (seq === undefined) return undefined
  return log.steps(id, seq + 1).reduce<StoredDocument | null>(stepBack, current ?? null) ?? undefined
}

function seqOf(log: Log, revision: string | undefined, time: string | undefined): number | undefined {
  if (revision !== undefined) return log.seqOf(revision)
  return time === undefined ? log.last()?.seq : log.seqAt(normalTime(time))
}
