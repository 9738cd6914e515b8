const CHUNK_CHARACTERS = 64 * 1024

/** An answer of one JSON value a line, made as the reader takes it. */
export function ndjson(values: Iterable<unknown>): Response {
  const encoder = new TextEncoder()
  const iterator = values[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = ''
      while (text.length < CHUNK_CHARACTERS) {
        const {done, value} = iterator.next()
        if (done) break
        text += `${JSON.stringify(value)}\n`
      }
      if (text === '') controller.close()
      else controller.enqueue(encoder.encode(text))
    },
  })
  return new Response(body, {headers: {'content-type': 'application/x-ndjson; charset=utf-8'}})
}
