import type {ClientConfig} from '@sanity/client'

/** The client's own idea of `fetch`: a part of the real one. */
export type FetchFunction = ReturnType<NonNullable<ClientConfig['resolveFetch']>>
type FetchInit = Parameters<FetchFunction>[1]

/** Requests that stay open: a browser allows six of them to one HTTP/1.1 host, and the Studio holds up to nine. */
const STREAM_PATH = /\/data\/(listen|live\/events)\//

/**
 * Fetches from the embedded lake. Event streams travel through one WebSocket each, which carries the
 * very text of the stream and isn't counted among the browser's six connections; everything else is
 * fetched as usual.
 */
export const lakeFetch: FetchFunction = async (input, init) => {
  return STREAM_PATH.test(new URL(input).pathname) ? openStream(input, init) : fetch(input, init)
}

/** The address of the tunnel for a stream. A WebSocket can't send headers, so they travel as parameters. */
function tunnelAddress(input: string, headers: Headers): URL {
  const address = new URL(input)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const token = headers.get('authorization')?.replace(/^Bearer /i, '')
  if (token) address.searchParams.set('access_token', token)
  const lastEventId = headers.get('last-event-id')
  if (lastEventId) address.searchParams.set('last_event_id', lastEventId)
  return address
}

/** Resolves when the tunnel is open; its end ends the body, and the client then reconnects by itself. */
function openStream(input: string, init: FetchInit): Promise<Response> {
  const signal = init?.signal
  signal?.throwIfAborted()
  const socket = new WebSocket(tunnelAddress(input, new Headers(init?.headers)))
  const encoder = new TextEncoder()
  return new Promise((resolve, reject) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const fail = (reason: unknown): void => {
          reject(reason)
          controller.error(reason)
          socket.close()
        }
        const abort = (): void => fail(signal?.reason)
        signal?.addEventListener('abort', abort, {once: true})
        socket.addEventListener('message', ({data}: MessageEvent<unknown>) => {
          if (typeof data === 'string') controller.enqueue(encoder.encode(data))
        })
        socket.addEventListener('error', () => fail(new TypeError('The connection to the lake failed')), {
          once: true,
        })
        socket.addEventListener(
          'close',
          () => {
            signal?.removeEventListener('abort', abort)
            if (socket.readyState === WebSocket.CLOSED && !signal?.aborted) closeQuietly(controller)
          },
          {once: true},
        )
      },
      cancel() {
        socket.close()
      },
    })
    socket.addEventListener(
      'open',
      () => resolve(new Response(body, {headers: {'content-type': 'text/event-stream'}})),
      {once: true},
    )
  })
}

/** A stream that failed is closed already. */
function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close()
  } catch {
    // Nothing left to close.
  }
}
