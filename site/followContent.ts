import type {FundClient} from '../queries/index.ts'
import type {PageCache} from './pageCache.ts'

const RETRY_MS = 2000

/**
 * Keeps the cache true to the content: its live events take away the pages that they change, and while
 * they do not come nothing is kept.
 *
 * @param onEvent told the id of each event, with which the content is asked for again
 * @returns what ends it
 */
export function followContent(
  fund: FundClient,
  cache: PageCache,
  onEvent: (id: string) => void,
  onFailure: (error: unknown) => void,
): () => void {
  let unfollow = () => {}
  let retry: NodeJS.Timeout | undefined
  let ended = false

  const start = () => {
    unfollow = fund.follow(
      (event) => {
        if ('id' in event) onEvent(event.id)
        if (event.type === 'message') cache.invalidate(event.tags)
        else cache.setCurrent(event.type === 'welcome' || event.type === 'restart')
      },
      (error) => {
        cache.setCurrent(false)
        onFailure(error)
        if (!ended) retry = setTimeout(start, RETRY_MS)
      },
    )
  }
  start()
  return () => {
    ended = true
    clearTimeout(retry)
    unfollow()
  }
}
