import type {DocumentChange, QueryEngine, QueryRequest} from '../types.ts'
import type {Isolation} from '../worker/isolation.ts'
import {AnswerCache} from './answerCache.ts'
import {withTime} from './writtenAnswer.ts'

/** What finds an answer that is not kept. */
export type Evaluation = Pick<Isolation, 'query' | 'apply' | 'close'>

/** Answers queries as JSON text, and gives an answer again while nothing that it read has changed. */
export class Answers {
  readonly #engine: QueryEngine
  readonly #evaluation: Evaluation
  readonly #cache: AnswerCache

  constructor(engine: QueryEngine, evaluation: Evaluation, cache = new AnswerCache()) {
    this.#engine = engine
    this.#evaluation = evaluation
    this.#cache = cache
  }

  /** Answers a `QueryAnswer` as JSON text. Rejects with what `QueryEngine.query` throws. */
  async query(request: QueryRequest, key = this.#engine.keyOf(request)): Promise<string> {
    const known = key && this.#cache.get(key)
    if (known !== undefined) return known
    const evaluate = () => this.#evaluation.query(request)
    const {text, ms} = await (key === undefined ? evaluate() : this.#cache.keep(key, evaluate))
    return withTime(text, ms)
  }

  /** The answer to a request by its key (`QueryEngine.keyOf`), when it was given before and still holds. */
  answered(key: string): string | undefined {
    return this.#cache.get(key)
  }

  /** Takes note of what a transaction did, once the engine has it. */
  apply(changes: readonly DocumentChange[]): void {
    this.#evaluation.apply(changes)
    if (!this.#cache.isIdle) this.#cache.drop(this.#engine.tagsOf(changes))
  }

  close(): void {
    this.#evaluation.close()
  }
}
