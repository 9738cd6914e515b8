import {LakeError} from '../model/errors.ts'
import {RELEASE_TYPE, isReleaseDocumentId} from '../model/ids.ts'
import type {StoredDocument} from '../model/document.ts'
import type {Dataset} from './types.ts'

/** The author of what the lake does by itself. */
export const SYSTEM_AUTHOR = '<system>'

/** Timers can't wait longer; whoever waits longer looks again in between. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** How long to wait after a fault of the lake itself, such as a full disk. */
const RETRY_MS = 10_000

interface Due {
  _id: string
  name: string
  publishAt: string
}

/**
 * Publishes the scheduled releases of a dataset when they are due. What is scheduled is read from the
 * dataset's documents, so that nothing is forgotten when the process stops in between.
 */
export class ReleaseTimer {
  readonly #dataset: Dataset
  readonly #now: () => Date
  readonly #scheduled = new Map<string, Due>()
  readonly #unsubscribe: () => void
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(dataset: Dataset, now: () => Date) {
    this.#dataset = dataset
    this.#now = now
    for (const [id, document] of dataset.documents) this.#note(id, document)
    this.#unsubscribe = dataset.subscribe(({changes}) => {
      const releases = changes.filter(({documentId}) => isReleaseDocumentId(documentId))
      for (const {documentId, after} of releases) this.#note(documentId, after)
      if (releases.length > 0) this.#wait()
    })
    this.#wait()
  }

  close(): void {
    this.#closed = true
    this.#unsubscribe()
    clearTimeout(this.#timer)
  }

  #note(id: string, document: StoredDocument | null): void {
    const due = document === null ? undefined : dueOf(document)
    if (due === undefined) this.#scheduled.delete(id)
    else this.#scheduled.set(id, due)
  }

  #wait(atLeastMs = 0): void {
    clearTimeout(this.#timer)
    if (this.#closed) return
    const [next] = [...this.#scheduled.values()].toSorted((a, b) => a.publishAt.localeCompare(b.publishAt))
    if (next === undefined) return
    const left = (): number => Date.parse(next.publishAt) - this.#now().getTime()
    // A timer may also end a little before the clock says so: too early a release can't be published.
    const elapsed = (): void => (left() > 0 ? this.#wait() : void this.#publish(next))
    this.#timer = setTimeout(elapsed, Math.min(Math.max(left(), atLeastMs), LONGEST_WAIT_MS)).unref()
  }

  async #publish(due: Due): Promise<void> {
    const {_id, name} = due
    this.#scheduled.delete(_id)
    const actions = [{actionType: 'sanity.action.release.publish', releaseId: name}]
    try {
      await this.#dataset.act({actions}, SYSTEM_AUTHOR)
    } catch (error) {
      if (error instanceof LakeError && error.status < 500) await this.#giveUp(_id, error.message)
      else {
        this.#scheduled.set(_id, due)
        this.#wait(RETRY_MS)
        return
      }
    }
    this.#wait()
  }

  /** Opens the release again and says why, as the service does: people have to mend it. */
  async #giveUp(id: string, message: string): Promise<void> {
    const patch = {id, set: {state: 'active', error: {message}}, unset: ['publishAt']}
    await this.#dataset.mutate({mutations: [{patch}]}, SYSTEM_AUTHOR).catch((failure: unknown) => {
      process.emitWarning(failure instanceof Error ? failure : String(failure))
    })
  }
}

function dueOf({_id, _type, state, name, publishAt}: StoredDocument): Due | undefined {
  if (_type !== RELEASE_TYPE || state !== 'scheduled') return undefined
  return typeof publishAt === 'string' && typeof name === 'string' ? {_id, name, publishAt} : undefined
}
