import {type WrittenAnswer, withTime} from './writtenAnswer.ts'

/** Bytes for answers, taking two for a character. */
const ROOM = 64 * 1024 * 1024
/** An answer that takes a larger share would drive out too many others. */
const MAX_SHARE = 1 / 8
/** What an answer, and each of its tags, takes besides its texts. */
const OVERHEAD = 300
const TAG_OVERHEAD = 40
/** Tags of which the last change is known. */
const MAX_TAGS = 20_000

interface Kept {
  /** The whole text: to give it takes no time. */
  text: string
  syncTags: readonly string[]
  /** The number of the last change before it was evaluated. */
  asOf: number
  size: number
  /** Whether it was given again since room was last looked for. */
  isUsed: boolean
}

/**
 * Answers by what was asked, given while no change bears one of their tags. A change only notes its
 * tags: what it made stale is found when it is asked for, or goes when others need the room.
 */
export class AnswerCache {
  readonly #room: number
  readonly #kept = new Map<string, Kept>()
  /** Where room is looked for: a new iteration would pass by all that were removed before. */
  #oldest = this.#kept.keys()
  /** The number of the last change with a tag. */
  readonly #lastChange = new Map<string, number>()
  #changes = 0
  /** The tags of changes up to this one are no longer known. */
  #forgotten = 0
  #underWay = 0
  #size = 0

  constructor(room = ROOM) {
    this.#room = room
  }

  /** The text kept under a key. */
  get(key: string): string | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    if (!this.#holds(kept)) {
      this.#remove(key)
      return undefined
    }
    kept.isUsed = true
    return kept.text
  }

  /** Evaluates an answer, and keeps it unless something that it read changed meanwhile. */
  async keep(key: string, evaluate: () => Promise<WrittenAnswer>): Promise<WrittenAnswer> {
    const asOf = this.#changes
    this.#underWay++
    try {
      const answer = await evaluate()
      this.#insert(key, answer, asOf)
      return answer
    } finally {
      this.#underWay--
    }
  }

  /** Whether no change could make a difference. */
  get isIdle(): boolean {
    return this.#kept.size === 0 && this.#underWay === 0
  }

  /** No longer gives the answers that a change with these tags may alter. */
  drop(tags: readonly string[]): void {
    this.#changes++
    for (const tag of tags) this.#lastChange.set(tag, this.#changes)
    if (this.#lastChange.size <= MAX_TAGS) return
    this.#lastChange.clear()
    this.#forgotten = this.#changes
  }

  #holds({syncTags, asOf}: Pick<Kept, 'syncTags' | 'asOf'>): boolean {
    if (asOf === this.#changes) return true
    if (asOf < this.#forgotten) return false
    return syncTags.every((tag) => (this.#lastChange.get(tag) ?? 0) <= asOf)
  }

  #insert(key: string, {text, syncTags}: WrittenAnswer, asOf: number): void {
    const size = OVERHEAD + TAG_OVERHEAD * syncTags.length + 2 * (key.length + text.length)
    if (size > this.#room * MAX_SHARE || !this.#holds({syncTags, asOf})) return
    this.#remove(key)
    this.#kept.set(key, {text: withTime(text, 0), syncTags, asOf, size, isUsed: false})
    this.#size += size
    while (this.#size > this.#room) this.#makeRoom()
  }

  /** Removes the oldest, unless it was used meanwhile: then it counts as new. */
  #makeRoom(): void {
    const {value: key, done} = this.#oldest.next()
    const kept = done === true ? undefined : this.#kept.get(key)
    if (done === true) this.#oldest = this.#kept.keys()
    else if (kept?.isUsed !== true) this.#remove(key)
    else {
      this.#kept.delete(key)
      this.#kept.set(key, {...kept, isUsed: false})
    }
  }

  #remove(key: string): void {
    const kept = this.#kept.get(key)
    if (kept === undefined) return
    this.#kept.delete(key)
    this.#size -= kept.size
  }
}
