import type {Result, Router} from 'hono/router'
import {TrieRouter} from 'hono/router/trie-router'

/** Paths that clients ask for again and again are few; those with a document's id in them are many. */
const MAX_KNOWN = 500

/**
 * Finds handlers as Hono does, and remembers what it found: most requests go to a few paths, and
 * finding their handlers among all endpoints costs more than answering a query by id.
 */
export class RememberingRouter<T> implements Router<T> {
  readonly name = 'RememberingRouter'
  readonly #router = new TrieRouter<T>()
  readonly #known = new Map<string, Result<T>>()

  add(method: string, path: string, handler: T): void {
    this.#known.clear()
    this.#router.add(method, path, handler)
  }

  match(method: string, path: string): Result<T> {
    const key = `${method} ${path}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = this.#router.match(method, path)
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    this.#known.set(key, found)
    return found
  }
}
