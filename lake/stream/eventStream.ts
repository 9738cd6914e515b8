import type {Json} from '../model/document.ts'

/** One server-sent event. `id` is the position a reader resumes from. */
export interface ServerEvent {
  name: string
  id?: string
  data: Json
}

/** The writing end of one open stream. */
export interface EventStream {
  response: Response
  send(events: readonly ServerEvent[]): void
  comment(): void
  /** Ends the stream after `events`; the reader may connect again. */
  end(events?: readonly ServerEvent[]): void
  onClose(callback: () => void): void
}

/**
 * What a reader may leave unread before it is cut off. One document of the largest allowed size still
 * fits; a reader that lost its stream connects again and resumes from the log.
 */
const MAX_UNREAD_BYTES = 40 * 1024 * 1024

const LINE_BREAK = /[\r\n\0]/g

/** The wire text of an event. JSON has no raw line breaks; an id from a client might. */
export function encodeEvent({name, id, data}: ServerEvent): string {
  const position = id === undefined ? '' : `id: ${id.replace(LINE_BREAK, '')}\n`
  return `event: ${name}\n${position}data: ${JSON.stringify(data)}\n\n`
}

/** Opens a stream whose reader is cut off when it leaves more than `maxUnreadBytes` unread. */
export function openEventStream(maxUnreadBytes = MAX_UNREAD_BYTES): EventStream {
  const encoder = new TextEncoder()
  const closing = new Set<() => void>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined

  const close = (finish: (open: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    const open = controller
    if (open === undefined) return
    controller = undefined
    finish(open)
    for (const callback of closing) callback()
  }
  const write = (text: string): void => {
    if (controller === undefined || text === '') return
    controller.enqueue(encoder.encode(text))
    if ((controller.desiredSize ?? 0) < 0) close((open) => open.error(new Error('The reader is too slow')))
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      cancel: () => close(() => undefined),
    },
    new ByteLengthQueuingStrategy({highWaterMark: maxUnreadBytes}),
  )

  return {
    response: new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
    send: (events) => write(events.map(encodeEvent).join('')),
    comment: () => write(':\n\n'),
    end: (events = []) => {
      write(events.map(encodeEvent).join(''))
      close((open) => open.close())
    },
    onClose: (callback) => {
      if (controller === undefined) callback()
      else closing.add(callback)
    },
  }
}
