import type {DocumentChange, QueryEngine, QueryRequest} from '../types.ts'
import type {Isolation} from '../worker/isolation.ts'
import {AnswerCache} from './answerCache.ts'

/** Answers queries as JSON text, and gives an answer again while nothing that it read has changed. */
export class Answers {
  readonly #engine: QueryEngine
  readonly #isolation: Isolation
  readonly #cache: AnswerCache

  constructor(engine: QueryEngine, isolation: Isolation, cache = new AnswerCache()) {
    this.#engine = engine
    this.#isolation = isolation
    this.#cache = cache
  }

  /** Answers a `QueryAnswer` as JSON text. Rejects with what `QueryEngine.query` throws. */
  async query(request: QueryRequest): Promise<string> {
    const key = this.#engine.keyOf(request)
    const known = key && this.#cache.get(key)
    if (known !== undefined) return withTime(known, 0)
    const evaluate = () => this.#isolation.query(request)
    const {text, ms} = await (key === undefined ? evaluate() : this.#cache.keep(key, evaluate))
    return withTime(text, ms)
  }

  /** Takes note of what a transaction did, once the engine has it. */
  apply(changes: readonly DocumentChange[]): void {
    this.#isolation.apply(changes)
    if (!this.#cache.isIdle) this.#cache.drop(this.#engine.tagsOf(changes))
  }

  close(): void {
    this.#isolation.close()
  }
}

const withTime = (text: string, ms: number): string => `{"ms":${ms},${text}`
