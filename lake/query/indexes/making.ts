import type {SlotChange} from './index.ts'

/** Work that may be left at each step and gone on with later. */
export type Steps<Result> = Generator<void, Result>

/** Makes an index of all slots. */
export interface Maker<Index> {
  /** The work; its result is up to date when it comes. */
  steps(): Steps<Index>
  /** Takes note of a change meanwhile. */
  record(change: SlotChange): void
}

/** An index that is being made. */
export interface Making {
  /** Goes on until `isOver`, and answers whether nothing is left to do. */
  advance(isOver: () => boolean): boolean
}

/** How long a query may wait for an index. */
export interface Patience {
  isOver(): boolean
  /** What the query is ended with when it may not wait; the next goes on where this one stopped. */
  unfinished(making: Making): Error
  /** What it is ended with when so many are being made that none is begun for it. */
  crowded(): Error
}

/** Of one kind, at a time. */
const MAX_MAKINGS = 32
/** Milliseconds after which one that nobody goes on with is given up for another. */
const ABANDONED = 1000

/** The indexes of one kind that are being made, by name. */
export class Makings<Index> {
  readonly #makings = new Map<string, OneMaking<Index>>()
  readonly #keep: (name: string, index: Index) => void

  /** @param keep called with each index once it is made */
  constructor(keep: (name: string, index: Index) => void) {
    this.#keep = keep
  }

  get names(): Iterable<string> {
    return this.#makings.keys()
  }

  /**
   * Makes an index, or goes on with one that was begun.
   *
   * @throws what `patience` says when its time is over first, or when too many are being made
   */
  make(name: string, begin: () => Maker<Index>, patience: Patience): Index {
    const making = this.#makings.get(name) ?? this.#begin(name, begin, patience)
    making.advance(() => patience.isOver())
    if (making.index === undefined) throw patience.unfinished(making)
    return making.index
  }

  record(change: SlotChange): void {
    for (const {maker} of this.#makings.values()) maker.record(change)
  }

  #begin(name: string, begin: () => Maker<Index>, patience: Patience): OneMaking<Index> {
    if (this.#makings.size >= MAX_MAKINGS) {
      const abandoned = [...this.#makings.values()].find((making) => making.isAbandoned)
      if (abandoned === undefined) throw patience.crowded()
      abandoned.end()
    }
    const making = new OneMaking(begin(), (index) => {
      this.#makings.delete(name)
      if (index !== undefined) this.#keep(name, index)
    })
    this.#makings.set(name, making)
    return making
  }
}

class OneMaking<Index> implements Making {
  readonly maker: Maker<Index>
  readonly #steps: Steps<Index>
  readonly #ended: (index: Index | undefined) => void
  #hasEnded = false
  #lastAdvance = performance.now()
  index: Index | undefined

  constructor(maker: Maker<Index>, ended: (index: Index | undefined) => void) {
    this.maker = maker
    this.#steps = maker.steps()
    this.#ended = ended
  }

  get isAbandoned(): boolean {
    return performance.now() - this.#lastAdvance > ABANDONED
  }

  advance(isOver: () => boolean): boolean {
    while (!this.#hasEnded) {
      const {done, value} = this.#next()
      if (done === true) this.end(value)
      else if (isOver()) {
        this.#lastAdvance = performance.now()
        return false
      }
    }
    return true
  }

  /** Hands the index on, or gives it up. */
  end(index?: Index): void {
    this.#hasEnded = true
    this.index = index
    this.#ended(index)
  }

  #next(): IteratorResult<void, Index> {
    try {
      return this.#steps.next()
    } catch (error) {
      this.end()
      throw error
    }
  }
}
