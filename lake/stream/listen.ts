import {randomUUID} from 'node:crypto'
import type {Dataset} from '../dataset/index.ts'
import {LakeError} from '../model/errors.ts'
import type {EventStream, ServerEvent} from './eventStream.ts'
import {listenerEvents, type ListenerOptions} from './listener.ts'
import {endOfLog, findPosition, missedSince} from './position.ts'

/**
 * Tells a listener of every transaction from now on. With `resume`, first whether it can go on from
 * where it was: `welcomeback` and exactly what it missed, or `reset` when that can't be told.
 */
export function listen(
  dataset: Dataset,
  stream: EventStream,
  options: ListenerOptions,
  resume?: {lastEventId: string | undefined},
): void {
  const greeting = {id: endOfLog(dataset), data: {listenerName: randomUUID()}}
  const upTo = dataset.lastSeq
  const lastEventId = resume?.lastEventId
  if (!lastEventId) {
    stream.send([{name: 'welcome', ...greeting}])
  } else {
    const position = findPosition(dataset, lastEventId)
    const missed = position === undefined ? undefined : missedSince(dataset, position)
    if (position === undefined || missed === undefined) {
      stream.send([{name: 'reset', ...greeting}])
    } else {
      // Until what was missed has arrived, the reader's place is where it was.
      stream.send([{name: 'welcomeback', ...greeting, id: lastEventId}])
      for (const transaction of missed) {
        const after = transaction.seq === position.seq ? position.documentId : undefined
        stream.send(listenerEvents(transaction, options, after))
      }
    }
  }
  stream.onClose(
    dataset.subscribe((transaction) => {
      if (transaction.seq <= upTo) return
      try {
        stream.send(listenerEvents(transaction, options))
      } catch (error) {
        if (!(error instanceof LakeError)) throw error
        stream.end([channelError(error)])
      }
    }),
  )
}

/** The last event of a listener whose filter can't be parsed, or costs too much. */
export function channelError({message, body}: LakeError): ServerEvent {
  return {name: 'channelError', data: {message, error: body.error ?? {description: message}}}
}
