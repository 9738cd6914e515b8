import type {StoredDocument} from '../../model/document.ts'
import {indexesCrowded, queryError, queryTooLong} from '../errors.ts'
import type {Making, Patience} from '../indexes/making.ts'
import type {View} from '../perspective/view.ts'
import type {Reads} from '../reads/reads.ts'
import type {DatasetName, DocumentChange} from '../types.ts'
import type {Value} from '../value/value.ts'

const STEPS_BETWEEN_LOOKS = 256
/** Values of one answer: a replica writes as many within its memory. */
export const MAX_VALUES = 5_000_000

/** What ends a query. */
export interface Endings {
  /** When its time is over. */
  tooLong(milliseconds: number): Error
  /** When it is over before an index is made. Without it the query waits for indexes as long as they take. */
  unfinished?: (making: Making) => Error
  /** When it needs one more index than can be made at a time. */
  crowded(): Error
}

/** Stops a query that runs too long: counts steps, and looks at the clock now and then. */
export class Budget implements Patience {
  #steps = STEPS_BETWEEN_LOOKS
  #values = 0
  readonly #end: number
  readonly #endings: Endings
  readonly #milliseconds: number

  constructor(
    milliseconds: number,
    start = performance.now(),
    endings: Endings = {tooLong: queryTooLong, crowded: indexesCrowded},
  ) {
    this.#milliseconds = milliseconds
    this.#endings = endings
    this.#end = start + milliseconds
  }

  isOver(): boolean {
    return this.#endings.unfinished !== undefined && this.#hasPassed
  }

  unfinished(making: Making): Error {
    return this.#endings.unfinished?.(making) ?? this.#endings.tooLong(this.#milliseconds)
  }

  crowded(): Error {
    return this.#endings.crowded()
  }

  get #hasPassed(): boolean {
    return performance.now() >= this.#end
  }

  /** Counts one step of a loop, or as many as a copy takes. */
  step(count = 1): void {
    if ((this.#steps -= count) < 0) this.#look()
  }

  /** Counts one value of the answer: what is shared counts every time, as it is written every time. */
  value(): void {
    this.step()
    if (++this.#values > MAX_VALUES) {
      throw queryError(400, `The answer has more than ${MAX_VALUES.toLocaleString('en')} values: slice it`)
    }
  }

  #look(): void {
    this.#steps = STEPS_BETWEEN_LOOKS
    if (this.#hasPassed) throw this.#endings.tooLong(this.#milliseconds)
  }
}

/** When it pays to ask an index and to keep a list. Tests set it so that small datasets do. */
export interface Tuning {
  /** Up to this many candidates are looked at one by one; for more, a list is kept. */
  readonly few: number
  /** Candidates that are looked at in the hope that a slice is soon full. */
  readonly streamed: number
  /** Subjects that an answer names before it names wider ones. */
  readonly subjects?: number
}

/** One evaluation of a query: everything that is the same for all of its expressions. */
export interface Run {
  readonly view: View
  readonly params: Readonly<Record<string, Value>>
  /** Values that stand in for sub-expressions which were evaluated before. */
  readonly operands: readonly Value[]
  readonly now: Date
  readonly identity: string
  readonly dataset: DatasetName
  readonly budget: Budget
  readonly tuning: Tuning
  /** What the evaluation reads of the dataset. */
  readonly reads: Reads
  /** What happened to the document in question, in delta mode. */
  readonly change: Pick<DocumentChange, 'before' | 'after'> | null
  /** Values of expressions that depend on nothing around them, by their number in the plan. */
  readonly memo: (Value | undefined)[]
}

/** The document under an id, as a reference leads to it. */
export function documentById({view, reads}: Run, id: string): StoredDocument | null {
  const document = view.get(id)
  reads.document(id, document?._type)
  return document ?? null
}
