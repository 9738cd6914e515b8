/** A page as it goes out, with the sync tags of the content in it. */
export interface CachedPage {
  body: string
  type: string
  status: number
  /** Changes with the body. */
  version: string
  tags: ReadonlySet<string>
}

/** Told which pages are no longer what they were. */
type Listener = (key: string) => void

/**
 * Pages by their address, kept until content in them changes: the dataset's live events say so by
 * sync tag. Whoever shows a page can be told when that happens.
 */
export class PageCache {
  private readonly pages = new Map<string, CachedPage>()
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly making = new Map<string, Promise<CachedPage>>()
  private readonly capacity: number
  private current = false

  constructor(capacity: number) {
    this.capacity = capacity
  }

  /** The page as kept, else made now: once for all who ask at the same time. */
  async get(key: string, make: () => Promise<CachedPage>): Promise<CachedPage> {
    const kept = this.pages.get(key)
    if (kept) {
      this.touch(key, kept)
      return kept
    }
    const underway = this.making.get(key)
    if (underway) return underway
    const making = make()
    this.making.set(key, making)
    try {
      const page = await making
      // Content that changed while the page was made has taken `making` away.
      if (this.current && this.making.get(key) === making && page.status === 200) this.touch(key, page)
      return page
    } finally {
      if (this.making.get(key) === making) this.making.delete(key)
    }
  }

  /** Says whether changes of content are being told; while they are not, nothing is kept. */
  setCurrent(current: boolean): void {
    this.current = current
    this.invalidate()
  }

  /** Forgets the pages with one of the tags, all pages without tags given, and tells who follows them. */
  invalidate(tags?: readonly string[]): void {
    this.making.clear()
    for (const [key, page] of this.pages) {
      if (!tags || tags.some((tag) => page.tags.has(tag))) this.pages.delete(key)
    }
    for (const [key, listeners] of this.listeners) {
      if (this.pages.has(key)) continue
      for (const listener of listeners) listener(key)
    }
  }

  /** Calls `listener` each time that the page at `key` may have changed; returns what ends it. */
  follow(key: string, listener: Listener): () => void {
    const listeners = this.listeners.get(key) ?? new Set()
    this.listeners.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.listeners.delete(key)
    }
  }

  /** Puts the page last, and drops the one that was asked for longest ago when there are too many. */
  private touch(key: string, page: CachedPage): void {
    this.pages.delete(key)
    this.pages.set(key, page)
    const [oldest] = this.pages.keys()
    if (this.pages.size > this.capacity && oldest !== undefined) this.pages.delete(oldest)
  }
}
