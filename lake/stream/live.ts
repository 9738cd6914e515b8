import type {Dataset} from '../dataset/index.ts'
import type {Transaction} from '../model/transaction.ts'
import type {EventStream, ServerEvent} from './eventStream.ts'
import {endOfLog, findPosition, missedSince} from './position.ts'

/**
 * Tells a reader which sync tags to fetch anew. `sees` decides which documents it may hear of. A
 * position that the log does not have is answered with `restart`: fetch everything.
 */
export function followLive(
  dataset: Dataset,
  stream: EventStream,
  sees: (documentId: string) => boolean,
  lastEventId?: string,
): void {
  const eventsOf = (transaction: Transaction): ServerEvent[] => {
    const tags = dataset.engine.tagsOf(transaction.changes, sees)
    if (tags.length === 0) return []
    return [{name: 'message', id: `${transaction.id}#@${transaction.seq}`, data: {tags}}]
  }

  const upTo = dataset.lastSeq
  // Until what was missed has arrived, the reader's place is where it was.
  stream.send([{name: 'welcome', id: lastEventId || endOfLog(dataset), data: {}}])
  if (lastEventId) {
    const position = findPosition(dataset, lastEventId)
    const missed = position === undefined ? undefined : missedSince(dataset, position)
    stream.send(missed?.flatMap(eventsOf) ?? [{name: 'restart', id: endOfLog(dataset), data: {}}])
  }
  stream.onClose(
    dataset.subscribe((transaction) => {
      if (transaction.seq > upTo) stream.send(eventsOf(transaction))
    }),
  )
}
