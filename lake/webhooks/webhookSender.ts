import {type Dataset, generateId} from '../dataset/index.ts'
import {LakeError} from '../model/errors.ts'
import type {Change, Transaction} from '../model/transaction.ts'
import type {ChangeRule} from '../query/index.ts'
import {payloadOf} from './payload.ts'
import {isWorthRetrying, sendMessage} from './sendMessage.ts'
import type {Attempt, Message, Webhook} from './webhook.ts'

/** How long to wait before each further try, as the service does; after the last one a message is given up. */
export const RETRY_DELAYS_MS = [30_000, 30_000] as const

/** How many messages people can look at afterwards. */
const KEPT = 100

/** Transactions read from the log at a time. */
const READ_AHEAD = 100

/**
 * Tells one webhook of everything in a dataset's log that concerns it, in order. How far it has come is
 * kept, so that nothing is left out when the process stops: a message may come twice,
 * with the same key in `idempotency-key`.
 */
export class WebhookSender {
  readonly messages: Message[] = []
  readonly attempts: Attempt[] = []
  readonly #hook: Webhook
  readonly #dataset: Dataset
  readonly #savePosition: (position: number) => void
  readonly #delays: readonly number[]
  readonly #rule: ChangeRule
  readonly #stop = new AbortController()
  readonly #unsubscribe: () => void
  #position: number
  #busy = false

  constructor(
    hook: Webhook,
    dataset: Dataset,
    {position, save}: {position: number; save: (position: number) => void},
    delays: readonly number[],
  ) {
    this.#hook = hook
    this.#dataset = dataset
    this.#savePosition = save
    this.#delays = delays
    this.#position = position
    this.#rule = dataset.engine.rule(hook.rule.filter, hook.rule.projection)
    this.#unsubscribe = dataset.subscribe(() => void this.#run())
    void this.#run()
  }

  close(): void {
    this.#unsubscribe()
    this.#stop.abort()
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted
  }

  async #run(): Promise<void> {
    if (this.#busy || this.#stopped) return
    this.#busy = true
    try {
      while (!this.#stopped && this.#position < this.#dataset.lastSeq) {
        for (const transaction of this.#dataset.transactions({
          afterSeq: this.#position,
          limit: READ_AHEAD,
        })) {
          const sent = await this.#tell(transaction)
          if (this.#stopped) return
          this.#position = transaction.seq
          // Reading again what does not concern the webhook costs less than a write for each.
          if (sent || transaction.seq % READ_AHEAD === 0) this.#savePosition(transaction.seq)
        }
      }
    } catch (error) {
      if (!this.#stopped) process.emitWarning(error instanceof Error ? error : String(error))
    } finally {
      this.#busy = false
    }
  }

  async #tell(transaction: Transaction): Promise<boolean> {
    let sent = false
    for (const [index, change] of transaction.changes.entries()) {
      const message = this.#tryMessageOf(
        transaction,
        change,
        `${this.#hook.id}/${this.#dataset.name}/${transaction.id}#${index}`,
      )
      if (message === undefined) continue
      await this.#send(message)
      sent = true
      if (this.#stopped) break
    }
    return sent
  }

  /** A rule that costs too much for one document must not keep back the news of all others. */
  #tryMessageOf(transaction: Transaction, change: Change, id: string): Message | undefined {
    try {
      return this.#messageOf(transaction, change, id)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      process.emitWarning(`Webhook ${this.#hook.id} can't tell of ${change.documentId}: ${error.message}`)
      return undefined
    }
  }

  #messageOf(transaction: Transaction, change: Change, id: string): Message | undefined {
    const told = payloadOf(change, this.#hook, this.#rule)
    if (told === undefined) return undefined
    return {
      id,
      hookId: this.#hook.id,
      ...told,
      dataset: this.#dataset.name,
      transactionId: transaction.id,
      transactionTime: transaction.timestamp,
      createdAt: new Date().toISOString(),
      status: 'sending',
      resultCode: null,
      failureCount: 0,
    }
  }

  async #send(message: Message): Promise<void> {
    keep(this.messages, message)
    for (const delay of [...this.#delays, undefined]) {
      const attempt = await sendMessage(this.#hook, message, generateId(), this.#stop.signal)
      if (this.#stopped) return
      keep(this.attempts, attempt)
      message.resultCode = attempt.resultCode
      if (!attempt.isFailure) {
        message.status = 'success'
        return
      }
      message.failureCount++
      if (!isWorthRetrying(attempt) || delay === undefined) break
      await this.#pause(delay)
      if (this.#stopped) return
    }
    message.status = 'failure'
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref()
      this.#stop.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

/** Newest first, as people read them. */
function keep<T>(items: T[], item: T): void {
  items.unshift(item)
  items.length = Math.min(items.length, KEPT)
}
