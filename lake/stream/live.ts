import type {Dataset} from '../dataset/index.ts'
import type {Transaction} from '../model/transaction.ts'
import type {EventStream, ServerEvent} from './eventStream.ts'
import {endOfLog, findPosition, missedSince} from './position.ts'

/** After a transaction with more tags, such as an import, a reader had better fetch everything. */
const MAX_TAGS = 1000

/** Which documents a reader may hear of. */
type Sees = (documentId: string) => boolean

const seesAll: Sees = () => true
const seesPublished: Sees = (id) => !id.includes('.')

/**
 * Tells a reader which sync tags to fetch anew, those of drafts and versions too when it wants them. A
 * position that the log does not have is answered with `restart`: fetch everything.
 */
export function followLive(
  dataset: Dataset,
  stream: EventStream,
  {drafts, lastEventId}: {drafts: boolean; lastEventId: string | undefined},
): void {
  const sees = drafts ? seesAll : seesPublished
  const upTo = dataset.lastSeq
  // Until what was missed has arrived, the reader's place is where it was.
  stream.send([{name: 'welcome', id: lastEventId || endOfLog(dataset), data: {}}])
  if (lastEventId) {
    const position = findPosition(dataset, lastEventId)
    const missed = position === undefined ? undefined : missedSince(dataset, position)
    const events = missed?.flatMap((transaction) => eventsOf(transaction, dataset, sees))
    stream.send(events ?? [{name: 'restart', id: endOfLog(dataset), data: {}}])
  }
  stream.onClose(
    dataset.subscribe((transaction) => {
      if (transaction.seq > upTo) stream.send(eventsOf(transaction, dataset, sees))
    }),
  )
}

/** What was made for one reader is the same for all others who see as much. */
const made = new WeakMap<Transaction, Map<Sees, ServerEvent[]>>()

function eventsOf(transaction: Transaction, dataset: Dataset, sees: Sees): ServerEvent[] {
  let bySight = made.get(transaction)
  if (bySight === undefined) {
    bySight = new Map()
    made.set(transaction, bySight)
  }
  let events = bySight.get(sees)
  if (events === undefined) {
    events = makeEvents(transaction, dataset.engine.tagsOf(transaction.changes, sees))
    bySight.set(sees, events)
  }
  return events
}

function makeEvents({id, seq}: Transaction, tags: string[]): ServerEvent[] {
  if (tags.length === 0) return []
  const position = `${id}#@${seq}`
  if (tags.length > MAX_TAGS) return [{name: 'restart', id: position, data: {}}]
  return [{name: 'message', id: position, data: {tags}}]
}
