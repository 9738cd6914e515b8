import {openEventStream, type EventStream} from './eventStream.ts'

/** Contract: a comment at least every 30 s, since readers give up on a silent stream. */
const KEEP_ALIVE_MS = 15_000

/** All open event streams of one server: keeps them alive and ends them at shutdown. */
export interface Streams {
  open(): EventStream
  readonly size: number
  close(): void
}

/** Creates the set of open streams, with one timer for all of them. */
export function createStreams(keepAliveMs = KEEP_ALIVE_MS): Streams {
  const streams = new Set<EventStream>()
  const keepAlive = setInterval(() => {
    for (const stream of streams) stream.comment()
  }, keepAliveMs)
  keepAlive.unref()

  return {
    open() {
      const stream = openEventStream()
      streams.add(stream)
      stream.onClose(() => streams.delete(stream))
      return stream
    },
    get size() {
      return streams.size
    },
    close() {
      clearInterval(keepAlive)
      for (const stream of streams) stream.end()
    },
  }
}
