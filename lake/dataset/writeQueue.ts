import type {Transaction} from '../model/transaction.ts'
import {type Receipt, storageFailure} from '../store/index.ts'

/** What one request came to. */
export interface Applied<R> {
  result: R
  /** What it writes; nothing for a dry run, a repeated request or one without effect. */
  written?: {transaction: Transaction; receipt: Receipt}
}

/** The steps of the queue's owner. */
export interface Commit {
  begin(): void
  append(transaction: Transaction, receipt: Receipt): void
  /** Shows the transaction to the requests behind it. */
  takeOver(transaction: Transaction): void
  commit(): void
  /** Undoes everything since `begin`; the transactions are those that were taken over. */
  rollback(transactions: readonly Transaction[]): void
  /** Tells of a transaction that is durable now. */
  announce(transaction: Transaction): void
}

interface Job {
  apply(): Applied<unknown>['written']
  succeed(): void
  fail(error: unknown): void
}

/** At most this many requests share a commit, so that one burst does not hold up reading for long. */
const MAX_BATCH = 256

/**
 * Writes one after another, committed in groups: all that wait share one commit, which is what costs
 * time. Each request stands or falls alone; none is answered, and nothing announced, before the commit.
 */
export class WriteQueue {
  readonly #commit: Commit
  #waiting: Job[] = []
  #scheduled = false

  constructor(commit: Commit) {
    this.#commit = commit
  }

  /** Runs `apply` in its turn. It changes nothing itself, and throws when the request is refused. */
  add<R>(apply: () => Applied<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      let applied: Applied<R> | undefined
      this.#waiting.push({
        apply() {
          applied = apply()
          return applied.written
        },
        succeed() {
          if (applied !== undefined) resolve(applied.result)
        },
        fail: reject,
      })
      this.#schedule()
    })
  }

  /** Does at once what waits. */
  flush(): void {
    while (this.#waiting.length > 0) this.#runBatch(this.#waiting.splice(0, MAX_BATCH))
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#runBatch(this.#waiting.splice(0, MAX_BATCH))
      if (this.#waiting.length > 0) this.#schedule()
    })
  }

  #runBatch(batch: readonly Job[]): void {
    if (batch.length === 0) return
    const transactions: Transaction[] = []
    const settle: (() => void)[] = []
    try {
      this.#commit.begin()
      for (const job of batch) {
        const {written, answer} = attempt(job)
        settle.push(answer)
        if (written === undefined) continue
        this.#commit.append(written.transaction, written.receipt)
        transactions.push(written.transaction)
        this.#commit.takeOver(written.transaction)
      }
      this.#commit.commit()
    } catch (error) {
      this.#commit.rollback(transactions)
      const failure = storageFailure(error) ?? error
      for (const job of batch) job.fail(failure)
      return
    }
    for (const transaction of transactions) this.#commit.announce(transaction)
    for (const answer of settle) answer()
  }
}

/** Tries one request; `answer` tells its sender, once the group is committed. */
function attempt(job: Job): {written?: Applied<unknown>['written']; answer: () => void} {
  try {
    return {written: job.apply(), answer: () => job.succeed()}
  } catch (error) {
    return {answer: () => job.fail(error)}
  }
}
