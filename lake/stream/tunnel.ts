import {Buffer} from 'node:buffer'
import type {WebSocket} from 'ws'
import {encodeEvent} from './eventStream.ts'

/** What may travel through the tunnel: the event streams, in both forms of their address. */
export const isStreamPath = (path: string): boolean =>
  /\/data\/(listen|live\/events)\/[^/]+$/.test(path) ||
  /\/projects\/[^/]+\/datasets\/[^/]+\/(listen|live\/events)$/.test(path)

/** A socket closes with this much more than the HTTP status that refused the stream. */
const REFUSED = 4000
const ENDED = 1000
const MAX_REASON_BYTES = 120

/**
 * The HTTP request that a tunnel stands for. A browser can't put headers on a WebSocket, so the token
 * and the position travel as query parameters; they go no further than here.
 */
export function tunnelledRequest(url: URL, host: string): Request {
  const target = new URL(url)
  const headers = new Headers({host, accept: 'text/event-stream'})
  const token = target.searchParams.get('access_token')
  const position = target.searchParams.get('last_event_id')
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (position) headers.set('last-event-id', position)
  target.searchParams.delete('access_token')
  target.searchParams.delete('last_event_id')
  return new Request(target, {headers})
}

/**
 * Sends the text of an event stream as frames, no faster than the reader takes them. A browser's page
 * cannot see why a socket was refused, so a refusal is told as the stream's own last event as well.
 */
export async function pumpStream(response: Response, socket: WebSocket): Promise<void> {
  if (!response.ok || response.body === null) {
    const reason = Buffer.from(await response.text())
      .subarray(0, MAX_REASON_BYTES)
      .toString()
    if (isFinal(response.status)) {
      socket.send(encodeEvent({name: 'disconnect', data: {reason}}))
    }
    socket.close(REFUSED + response.status, reason.replace(/�+$/, ''))
    return
  }
  const reader = response.body.getReader()
  socket.once('close', () => void reader.cancel().catch(() => undefined))
  try {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) break
      await sent(socket, Buffer.from(value).toString())
    }
    socket.close(ENDED)
  } catch {
    // Too slow or gone: either way the reader connects again and goes on from its position.
    socket.terminate()
  }
}

/** Whether the official client gives up after this status. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429

const sent = (socket: WebSocket, frame: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()))
  })
