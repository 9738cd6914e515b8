import {createHash} from 'node:crypto'
import {extname} from 'node:path'

import {CommandError} from '../../command/errors.ts'

/** Where pictures and files of the content are within the site. */
export const CONTENT_FOLDER = 'content'

/** Every browser of today shows WebP, which is a third of the size. */
const ACCEPT = 'image/webp,*/*;q=0.8'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/webp': '.webp',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/svg+xml': '.svg',
  'image/avif': '.avif',
}

/**
 * Brings the pictures and files that a text shows from where the content is into the site, each once.
 *
 * @param contentOrigin where the content has them
 * @param stage keeps a file of the site, by its path
 */
export function contentFiles(
  contentOrigin: string,
  stage: (file: string, body: Uint8Array) => Promise<void>,
): {ownIn: (text: string, origin: string) => Promise<string>} {
  const address = new RegExp(
    `${contentOrigin.replaceAll(/[.[\]]/g, String.raw`\$&`)}/(?:images|files)/[^"'\\s<>,]+`,
    'g',
  )
  const known = new Map<string, Promise<string>>()

  async function bring(url: string): Promise<string> {
    const response = await fetch(url, {headers: {accept: ACCEPT}})
    if (!response.ok) throw new CommandError(`${url} cannot be had: ${response.status}.`)
    const body = new Uint8Array(await response.arrayBuffer())
    const {pathname} = new URL(url)
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
    const ending = ENDINGS[type] ?? extname(pathname)
    const name = pathname.slice(pathname.lastIndexOf('/') + 1, -extname(pathname).length || undefined)
    const mark = createHash('sha256').update(body).digest('base64url').slice(0, 10)
    const file = `${CONTENT_FOLDER}/${name}.${mark}${ending}`
    await stage(file, body)
    return `/${file}`
  }

  return {
    /** The text with the site's own addresses of what it shows, which begin with `origin`. */
    async ownIn(text, origin) {
      const own = new Map<string, string>()
      for (const [written] of text.matchAll(address)) {
        const url = written.replaceAll('&amp;', '&')
        const bringing = known.get(url) ?? bring(url)
        known.set(url, bringing)
        own.set(written, origin + (await bringing))
      }
      return text.replaceAll(address, (written) => own.get(written) ?? written)
    },
  }
}
