import {encode} from 'blurhash'
import sharp, {type Metadata} from 'sharp'
import type {JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {paletteOf} from './palette.ts'

/** The service's limit for images: 256 megapixels. */
export const MAX_IMAGE_PIXELS = 256_000_000

/** The name of a format in ids and addresses, by the name the decoder gives it. */
const FORMATS: Readonly<Record<string, {extension: string; mimeType: string}>> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
}

/** What the lake knows about an image after looking at its bytes; never taken from the uploader. */
export interface ImageFacts {
  extension: string
  mimeType: string
  width: number
  height: number
  metadata: JsonObject
}

const OPTIONAL_METADATA = ['lqip', 'blurhash', 'palette'] as const

/**
 * Reads an image file. `wanted` are the `meta` parameters of the upload: none given means all that
 * the lake makes; EXIF and location are accepted and never kept, since they can tell where people live.
 */
export async function readImage(path: string, wanted: readonly string[]): Promise<ImageFacts> {
  const header = await readHeader(path)
  const format = FORMATS[header.format ?? '']
  const {width, height} = header.autoOrient ?? header
  if (!format || !width || !height) throw notAnImage()
  if (width * height > MAX_IMAGE_PIXELS) {
    throw platformError(400, `Image exceeds the limit of ${MAX_IMAGE_PIXELS / 1e6} megapixels`)
  }
  const metadata: JsonObject = {
    _type: 'sanity.imageMetadata',
    dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
    hasAlpha: header.hasAlpha ?? false,
    isOpaque: !header.hasAlpha,
  }
  // A vector image is never drawn here: its bytes may ask for any amount of work.
  if (header.format !== 'svg') {
    const parts =
      wanted.length === 0 ? OPTIONAL_METADATA : OPTIONAL_METADATA.filter((part) => wanted.includes(part))
    Object.assign(metadata, await readPixels(path, header.hasAlpha ?? false, parts))
  }
  return {...format, width, height, metadata}
}

async function readHeader(path: string): Promise<Metadata> {
  try {
    return await sharp(path, {limitInputPixels: false}).metadata()
  } catch {
    throw notAnImage()
  }
}

async function readPixels(
  path: string,
  hasAlpha: boolean,
  parts: readonly (typeof OPTIONAL_METADATA)[number][],
): Promise<JsonObject> {
  if (parts.length === 0 && !hasAlpha) return {}
  try {
    const small = await sharp(path, {limitInputPixels: MAX_IMAGE_PIXELS})
      .autoOrient()
      .resize(64, 64, {fit: 'inside'})
      .toColourspace('srgb')
      .png()
      .toBuffer()
    return {
      ...(hasAlpha ? {isOpaque: (await sharp(small).stats()).isOpaque} : {}),
      ...(parts.includes('lqip') ? {lqip: await lqipOf(small, hasAlpha)} : {}),
      ...(parts.includes('blurhash') ? {blurHash: await blurHashOf(small)} : {}),
      ...(parts.includes('palette')
        ? {palette: paletteOf(await sharp(small).removeAlpha().raw().toBuffer())}
        : {}),
    }
  } catch {
    throw notAnImage()
  }
}

/** A picture of 20 pixels as a data address, shown until the real one is there. */
async function lqipOf(small: Buffer, hasAlpha: boolean): Promise<string> {
  const image = sharp(small).resize(20, undefined, {withoutEnlargement: true})
  const [type, bytes] = hasAlpha
    ? (['png', await image.png().toBuffer()] as const)
    : (['jpeg', await image.jpeg({quality: 60}).toBuffer()] as const)
  return `data:image/${type};base64,${bytes.toString('base64')}`
}

async function blurHashOf(small: Buffer): Promise<string> {
  const {data, info} = await sharp(small).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  return encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3)
}

const notAnImage = (): Error => platformError(400, 'Invalid image, could not read metadata')
