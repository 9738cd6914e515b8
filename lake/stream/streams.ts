import {openEventStream, type EventStream} from './eventStream.ts'

/** Contract: a comment at least every 30 s, since readers give up on a silent stream. */
const KEEP_ALIVE_MS = 15_000

/** Whose stream it is, and what it tells of. */
export interface StreamOwner {
  project: string
  dataset: string
  /** The id and the token of who listens; undefined for whoever needs none. */
  userId: string | undefined
  token: string | undefined
}

/** All open event streams of one server: keeps them alive and ends them at shutdown. */
export interface Streams {
  open(owner: StreamOwner): EventStream
  /** Ends the streams that `concerns` picks for good: their readers don't connect again. */
  disconnect(concerns: (owner: StreamOwner) => boolean, reason: string): void
  readonly size: number
  close(): void
}

/** Creates the set of open streams, with one timer for all of them. */
export function createStreams(keepAliveMs = KEEP_ALIVE_MS): Streams {
  const streams = new Map<EventStream, StreamOwner>()
  const keepAlive = setInterval(() => {
    for (const stream of streams.keys()) stream.comment()
  }, keepAliveMs)
  keepAlive.unref()

  return {
    open(owner) {
      const stream = openEventStream()
      streams.set(stream, owner)
      stream.onClose(() => streams.delete(stream))
      return stream
    },
    disconnect(concerns, reason) {
      for (const [stream, owner] of streams) {
        if (concerns(owner)) stream.end([{name: 'disconnect', data: {reason}}])
      }
    },
    get size() {
      return streams.size
    },
    close() {
      clearInterval(keepAlive)
      for (const stream of streams.keys()) stream.end()
    },
  }
}
