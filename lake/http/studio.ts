import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {extname, join, resolve, sep} from 'node:path'
import {Readable} from 'node:stream'
import {platformError} from '../model/errors.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Built files carry a hash of their content in their name. */
const HASHED_NAME = /-[\w-]{8,}\.\w+$/

/** Serves a file of the built Studio; addresses within the Studio get its `index.html`. */
export async function serveStudio(directory: string, request: Request): Promise<Response> {
  const root = resolve(directory)
  const path = decodedPath(request)
  const wanted = resolve(root, `.${path}`)
  const inside = wanted === root || wanted.startsWith(root + sep)
  if (!inside || path.includes('\0')) throw platformError(404, 'Not found')

  // An address within the Studio may hold document ids, which have dots too.
  const isFile = path.startsWith('/static/') || extname(path) in MEDIA_TYPES
  const file = isFile ? wanted : join(root, 'index.html')
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw platformError(404, 'Not found')

  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
  const lasting = path.startsWith('/static/') && HASHED_NAME.test(path)
  const headers = {
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    etag,
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers})
  const body =
    request.method === 'HEAD'
      ? null
      : (Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>)
  return new Response(body, {headers: {...headers, 'content-length': String(found.size)}})
}

function decodedPath(request: Request): string {
  try {
    return decodeURIComponent(new URL(request.url).pathname)
  } catch {
    throw platformError(400, 'Malformed address')
  }
}
