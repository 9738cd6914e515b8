import {setImmediate as afterOthers, setTimeout as pause} from 'node:timers/promises'
import {indexUnfinished, queryError} from '../errors.ts'
import type {Making} from '../indexes/making.ts'

/** Milliseconds that all indexes that are being made together may hold up everyone else. */
const SLICE = 5

/** Makes indexes while queries wait for them, and lets everyone else get their turn in between. */
export class IndexWork {
  readonly #makings = new Map<Making, Promise<void>>()
  #isClosed = false

  /**
   * Waits until an index is made. The making goes on when the wait is over.
   *
   * @param milliseconds how long to wait
   * @throws LakeError 408 when it took longer, 503 once closed, and whatever the making throws
   */
  async wait(making: Making, milliseconds: number): Promise<void> {
    let made = this.#makings.get(making)
    if (made === undefined) {
      made = this.#make(making)
      // Nobody may be waiting any more when it fails.
      made.catch(() => undefined).finally(() => this.#makings.delete(making))
      this.#makings.set(making, made)
    }
    const waiting = new AbortController()
    const late = pause(Math.max(0, milliseconds), undefined, {signal: waiting.signal, ref: false}).then(
      () => {
        throw indexUnfinished()
      },
    )
    try {
      await Promise.race([made, late])
    } finally {
      waiting.abort()
      late.catch(() => undefined)
    }
  }

  close(): void {
    this.#isClosed = true
  }

  async #make(making: Making): Promise<void> {
    for (;;) {
      await afterOthers()
      if (this.#isClosed) throw queryError(503, 'The dataset is closed')
      const end = performance.now() + SLICE / this.#makings.size
      if (making.advance(() => performance.now() >= end)) return
    }
  }
}
