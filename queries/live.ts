import type {SanityClient} from '@sanity/client'

import type {LiveAnswer} from './client.ts'

/**
 * Keeps an answer up to date: asks, listens to the dataset's live events, and asks again when one of
 * them carries a sync tag of the last answer, or when events may have been missed.
 *
 * @param ask asks the question as of a live event
 * @param onAnswer called with the first answer, and with each later one that differs
 * @returns a function that ends it
 */
export function watchAnswer<Result>(
  client: SanityClient,
  ask: (lastLiveEventId?: string) => Promise<LiveAnswer<Result>>,
  onAnswer: (answer: Result) => void,
  onError: (error: unknown) => void = () => {},
): () => void {
  let tags: ReadonlySet<string> = new Set()
  /** The tags of changes while a question is under way: its answer may be older than they are. */
  let changed: Set<string> | undefined
  let lastEventId: string | undefined
  let shown: string | undefined
  let asked = 0
  let ended = false

  const refresh = async (eventId?: string) => {
    const turn = ++asked
    const changes = new Set<string>()
    changed = changes
    try {
      const answer = await ask(eventId)
      // A later question is under way: its answer is the newer one.
      if (ended || turn !== asked) return
      tags = new Set(answer.tags)
      const text = JSON.stringify(answer.result)
      if (text !== shown) {
        shown = text
        onAnswer(answer.result)
      }
      changed = undefined
      if (answer.tags.some((tag) => changes.has(tag))) void refresh(lastEventId)
    } catch (error) {
      if (!ended && turn === asked) onError(error)
    }
  }

  void refresh()
  const subscription = liveEvents(client).subscribe({
    next: (event) => {
      if (event.type === 'reconnect' || event.type === 'goaway') return
      if (event.type === 'message') {
        for (const tag of event.tags) changed?.add(tag)
        lastEventId = event.id
        if (!event.tags.some((tag) => tags.has(tag))) return
      }
      // `welcome` and `restart` too: something may have changed before the stream was open.
      void refresh('id' in event ? event.id : undefined)
    },
    error: onError,
  })
  return () => {
    ended = true
    subscription.unsubscribe()
  }
}

/** The live events of the dataset, those of drafts included where the client reads drafts. */
export function liveEvents(client: SanityClient): ReturnType<SanityClient['live']['events']> {
  const {perspective, token} = client.config()
  return client.live.events({includeDrafts: perspective !== 'published' && token !== undefined})
}
