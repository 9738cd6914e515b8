import type {Json, JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'

/** The hosted service's own limit and wording for mutations. */
export const MAX_MUTATION_BYTES = 4_000_000

/** Deeper than any document may be; guards what walks the value recursively. */
const MAX_DEPTH = 100

/** Text that may hide a key, number or string that JSON allows and the lake does not. */
const SUSPICIOUS = /__proto__|\\u00?5f|\\ud[89a-f]|[\d.]e\+?\d{3}|\d{309}/i

/** Reads a body of at most `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of receivedFrom(request)) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A client that goes away in the middle is no fault of ours. */
async function* receivedFrom({body}: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? []
  } catch {
    throw platformError(400, 'The body ended before it was complete')
  }
}

/** Reads a JSON body, refusing what no document may hold. */
export async function readJson(request: Request, limit = MAX_MUTATION_BYTES): Promise<Json> {
  const bytes = await readBytes(request, limit)
  if (bytes.byteLength === 0) throw malformed('the body is empty')
  const text = decode(bytes)
  if (depthOf(text) > MAX_DEPTH) throw malformed(`more than ${MAX_DEPTH} levels of nesting`)
  const value = parse(text)
  if (SUSPICIOUS.test(text)) inspect(value)
  return value
}

/** Reads a JSON body that must be an object. */
export async function readJsonObject(request: Request, limit = MAX_MUTATION_BYTES): Promise<JsonObject> {
  const value = await readJson(request, limit)
  if (!isJsonObject(value)) throw malformed('an object is expected')
  return value
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const malformed = (reason: string) => platformError(400, `Malformed JSON body: ${reason}`)
const tooLarge = (limit: number) => platformError(413, `Request body exceeds limit of ${limit} bytes`)

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw malformed('invalid UTF-8')
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw malformed('it is not JSON')
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (inString) {
      if (character === BACKSLASH) index++
      else if (character === QUOTE) inString = false
    } else if (character === QUOTE) inString = true
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) deepest = Math.max(deepest, ++depth)
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) depth--
  }
  return deepest
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

/** Refuses keys that reach prototypes, strings that UTF-8 can't hold and numbers that JSON can't. */
function inspect(value: Json): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw malformed('a number is out of range')
  if (typeof value === 'string' && !value.isWellFormed()) throw malformed('a string has a lone surrogate')
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw malformed('the attribute name "__proto__" is not allowed')
    inspect(key)
    inspect(item)
  }
}
