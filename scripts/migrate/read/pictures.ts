import {createHash} from 'node:crypto'
import {readFile, realpath, stat} from 'node:fs/promises'
import {basename, dirname, resolve, sep} from 'node:path'

import {sha256} from '../identity.ts'
import type {InputFile, Page, Picture, Reading} from '../model.ts'

const MOST_BYTES = 20 * 1024 * 1024

/** A page whose pictures have their bytes, as far as they are in the file or beside it. */
export async function withPictures(page: Page, input: InputFile): Promise<Page> {
  const images = await Promise.all(
    page.images.map(async (image) => {
      const picture = await pictureAt(image.src, input)
      return picture ? {...image, picture} : image
    }),
  )
  return {...page, images}
}

/**
 * A reading without the bytes of its pictures: all of a large site would not fit in memory.
 *
 * @param keep gets each picture
 */
export async function withoutBytes(
  {pictures, ...reading}: Reading<Picture>,
  keep: (picture: Picture) => Promise<void>,
): Promise<Reading> {
  if (!pictures) return reading
  for (const picture of pictures) await keep(picture)
  return {...reading, pictures: pictures.map(({base64: _bytes, ...facts}) => facts)}
}

/** The picture that an address means: in the address itself, or a file in the input. Never one of the web. */
async function pictureAt(src: string, input: InputFile): Promise<Picture | undefined> {
  const data = /^data:image\/[\w.+-]+;base64,(?<base64>[\s\S]+)$/i.exec(src)?.groups?.['base64']
  if (data !== undefined) return pictureOf(Buffer.from(data, 'base64'), '')
  const path = await pathInside(src, input)
  return path === undefined ? undefined : pictureOf(await readFile(path), basename(path))
}

/** A local file that lies in the folder that was given, links followed. */
async function pathInside(src: string, {path, root}: InputFile): Promise<string | undefined> {
  if (root === undefined || src === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(src)) return undefined
  try {
    const name = decodeURIComponent(src.replace(/[?#].*$/, ''))
    const [file, folder] = await Promise.all([realpath(resolve(dirname(path), name)), realpath(root)])
    if (!file.startsWith(folder + sep)) return undefined
    const {size} = await stat(file)
    return size <= MOST_BYTES ? file : undefined
  } catch {
    return undefined
  }
}

function pictureOf(bytes: Uint8Array, name: string): Picture | undefined {
  const extension = pictureKind(bytes)
  if (!extension) return undefined
  const hash = sha256(bytes)
  return {
    sha1: createHash('sha1').update(bytes).digest('hex'),
    sha256: hash,
    filename: name || `${hash.slice(0, 12)}.${extension}`,
    bytes: bytes.length,
    base64: Buffer.from(bytes).toString('base64'),
  }
}

/** What kind of picture bytes are, by their beginning. */
export function pictureKind(bytes: Uint8Array): 'png' | 'jpg' | 'gif' | 'webp' | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 12))
  if (head.startsWith('\u0089PNG') || head.startsWith('‰PNG')) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return /^RIFF....WEBP/s.test(head) ? 'webp' : undefined
}
