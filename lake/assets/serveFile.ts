import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {Readable} from 'node:stream'
import {platformError} from '../model/errors.ts'
import {isShownInline} from './mediaType.ts'

/** What is sent for an asset, whether from a file or from memory. */
export interface Served {
  type: string
  etag: string
  /** Name under which a browser saves it. */
  fileName: string
  /** Whether the request asked for a download. */
  download: boolean
  /** Whether another `Accept` header would have given another answer. */
  varies: boolean
}

const YEAR = 31_536_000

/** Headers of every delivered asset. Nothing that an editor uploads may run in the origin of the Studio. */
function assetHeaders(served: Served): Headers {
  const attachment = served.download || !isShownInline(served.type)
  const headers = new Headers({
    'Content-Type': served.type,
    ETag: served.etag,
    'Cache-Control': `public, max-age=${YEAR}, immutable`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'Content-Disposition': disposition(attachment ? 'attachment' : 'inline', served.fileName),
  })
  if (served.varies) headers.set('Vary', 'Accept')
  return headers
}

/** RFC 6266: a plain form for old clients and the exact name in UTF-8. */
function disposition(kind: 'attachment' | 'inline', fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${exact}`
}

const notModified = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

/** Sends bytes that are in memory. */
export function serveBytes(request: Request, bytes: Buffer, served: Served): Response {
  const headers = assetHeaders(served)
  if (notModified(request, served.etag)) return new Response(null, {status: 304, headers})
  headers.set('Content-Length', String(bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {headers})
}

/** Sends a file, or the one part of it that the request asks for. */
export async function serveFile(request: Request, path: string, served: Served): Promise<Response> {
  const file = await stat(path).catch(() => undefined)
  if (!file) throw platformError(404, 'The bytes of this asset are not here')
  const headers = assetHeaders(served)
  headers.set('Accept-Ranges', 'bytes')
  if (notModified(request, served.etag)) return new Response(null, {status: 304, headers})
  const range = readRange(request, file.size, served.etag)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.size}`)
    return new Response(null, {status: 416, headers})
  }
  const {start, end} = range ?? {start: 0, end: file.size - 1}
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${file.size}`)
  const body = request.method === 'HEAD' ? null : streamOf(path, start, end)
  return new Response(body, {status: range ? 206 : 200, headers})
}

function streamOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const bytes = createReadStream(path, {start, end})
  // Node's web stream is the DOM's at run time; only the two type libraries differ.
  return Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>
}

/** One range as RFC 9110 describes; several at once, or an unknown unit, means the whole file. */
function readRange(
  request: Request,
  size: number,
  etag: string,
): {start: number; end: number} | 'unsatisfiable' | undefined {
  const condition = request.headers.get('if-range')
  if (condition !== null && condition !== etag) return undefined
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '')
  const [, first = '', last = ''] = match ?? []
  if (!match || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : {start: size - length, end: size - 1}
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start >= size || end < start ? 'unsatisfiable' : {start, end}
}
