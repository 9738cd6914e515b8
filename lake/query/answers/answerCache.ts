import type {WrittenAnswer} from './writtenAnswer.ts'

/** Bytes for answers, taking two for a character. */
const ROOM = 64 * 1024 * 1024
/** An answer that takes a larger share would drive out too many others. */
const MAX_SHARE = 1 / 8
/** What an answer, and each of its tags, takes besides its texts. */
const OVERHEAD = 300
const TAG_OVERHEAD = 150

interface Kept {
  text: string
  syncTags: readonly string[]
  size: number
}

/** Answers by what was asked, kept until a change bears one of their tags or others need the room. */
export class AnswerCache {
  readonly #room: number
  /** The last used at the end. */
  readonly #kept = new Map<string, Kept>()
  readonly #keysByTag = new Map<string, Set<string>>()
  /** The tags of what changed during each evaluation that is under way. */
  readonly #underWay = new Set<Set<string>>()
  #size = 0
  #newest: string | undefined

  constructor(room = ROOM) {
    this.#room = room
  }

  /** The text kept under a key. */
  get(key: string): string | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    if (key !== this.#newest) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      this.#newest = key
    }
    return kept.text
  }

  /** Evaluates an answer, and keeps it unless something that it read changed meanwhile. */
  async keep(key: string, evaluate: () => Promise<WrittenAnswer>): Promise<WrittenAnswer> {
    const changed = new Set<string>()
    this.#underWay.add(changed)
    try {
      const answer = await evaluate()
      if (!answer.syncTags.some((tag) => changed.has(tag))) this.#insert(key, answer)
      return answer
    } finally {
      this.#underWay.delete(changed)
    }
  }

  /** Whether a change would make a difference. */
  get isIdle(): boolean {
    return this.#kept.size === 0 && this.#underWay.size === 0
  }

  /** Forgets the answers that a change with these tags may alter. */
  drop(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const changed of this.#underWay) changed.add(tag)
      for (const key of this.#keysByTag.get(tag) ?? []) this.#remove(key)
    }
  }

  #insert(key: string, {text, syncTags}: WrittenAnswer): void {
    const size = OVERHEAD + TAG_OVERHEAD * syncTags.length + 2 * (key.length + text.length)
    if (size > this.#room * MAX_SHARE) return
    this.#remove(key)
    this.#kept.set(key, {text, syncTags, size})
    this.#size += size
    this.#newest = key
    for (const tag of syncTags) {
      const keys = this.#keysByTag.get(tag)
      if (keys === undefined) this.#keysByTag.set(tag, new Set([key]))
      else keys.add(key)
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#room) return
      this.#remove(oldest)
    }
  }

  #remove(key: string): void {
    const kept = this.#kept.get(key)
    if (kept === undefined) return
    this.#kept.delete(key)
    this.#size -= kept.size
    for (const tag of kept.syncTags) {
      const keys = this.#keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#keysByTag.delete(tag)
    }
  }
}
