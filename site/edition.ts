import type {FundClient} from '../queries/index.ts'
import {followContent} from './followContent.ts'
import {PageCache, type CachedPage} from './pageCache.ts'
import {clientPerspective, type PreviewPerspective} from './preview/perspective.ts'

/** The content as one kind of visitor sees it: what is published, or a preview with drafts or a release. */
export interface Edition {
  fund: FundClient
  /** Of a preview only. */
  perspective?: PreviewPerspective
  /** The last change of content that is known. */
  lastLiveEventId: () => string | undefined
  /** The page at a path with search, as kept, else made now. */
  page(path: string, make: () => Promise<CachedPage>): Promise<CachedPage>
  /** Calls `listener` each time that the page at a path may have changed; returns what ends it. */
  follow(path: string, listener: () => void): () => void
}

export interface Editions {
  published: Edition
  /** Follows drafts from the first preview on. */
  preview(perspective: PreviewPerspective): Edition
  close: () => void
}

const KEPT_PAGES = 1000
const KEPT_PREVIEWS = 100

/**
 * The editions of the site, each kept true to the content by its live events.
 *
 * @param previewFund reads drafts; without it everybody sees what is published
 * @param follows unless so, nothing is kept and no live event is asked for
 */
export function createEditions(
  fund: FundClient,
  previewFund: FundClient | undefined,
  onFailure: (error: unknown) => void,
  follows = true,
): Editions {
  const published = follows ? followed(fund, KEPT_PAGES, onFailure) : unfollowed()
  let drafts: Followed | undefined
  return {
    published: editionOf(published, fund, ''),
    preview(perspective) {
      if (!previewFund) return this.published
      drafts ??= followed(previewFund.withPerspective('drafts'), KEPT_PREVIEWS, onFailure)
      const seen = previewFund.withPerspective(clientPerspective(perspective))
      return {...editionOf(drafts, seen, `${perspective} `), perspective}
    },
    close() {
      published.close()
      drafts?.close()
    },
  }
}

/** Pages that are kept until the live events of the content say otherwise. */
interface Followed {
  cache: PageCache
  lastLiveEventId: () => string | undefined
  close: () => void
}

function followed(fund: FundClient, capacity: number, onFailure: (error: unknown) => void): Followed {
  const cache = new PageCache(capacity)
  let lastLiveEventId: string | undefined
  const close = followContent(fund, cache, (id) => (lastLiveEventId = id), onFailure)
  return {cache, close, lastLiveEventId: () => lastLiveEventId}
}

/** A cache keeps nothing until it is told that changes come in. */
function unfollowed(): Followed {
  return {cache: new PageCache(0), lastLiveEventId: () => undefined, close: () => {}}
}

function editionOf({cache, lastLiveEventId}: Followed, fund: FundClient, prefix: string): Edition {
  return {
    fund,
    lastLiveEventId,
    page: (path, make) => cache.get(prefix + path, make),
    follow: (path, listener) => cache.follow(prefix + path, listener),
  }
}
