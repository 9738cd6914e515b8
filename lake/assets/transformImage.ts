import sharp, {type Sharp} from 'sharp'
import {platformError} from '../model/errors.ts'
import {MAX_IMAGE_PIXELS} from './imageMetadata.ts'
import type {ImageTransformation} from './imageParameters.ts'

/** An image after transformation. */
export interface TransformedImage {
  bytes: Buffer
  format: OutputFormat
}

/** The formats that transformed images leave in. */
export type OutputFormat = 'jpg' | 'png' | 'webp' | 'gif'

interface Size {
  width: number
  height: number
}

/** The format an image leaves in: what was asked for, else what it is, else one that every browser shows. */
export function outputFormat(extension: string, asked: ImageTransformation['format']): OutputFormat {
  if (asked) return asked === 'pjpg' ? 'jpg' : asked
  return extension === 'png' || extension === 'webp' || extension === 'gif' ? extension : 'jpg'
}

/** Carries out a transformation on a stored raster image of the given (oriented) size. */
export async function transformImage(
  path: string,
  stored: Size & {extension: string},
  wanted: ImageTransformation,
): Promise<TransformedImage> {
  let image = sharp(path, {limitInputPixels: MAX_IMAGE_PIXELS}).autoOrient()
  let size: Size = stored
  if (wanted.rect) {
    const rect = intersect(wanted.rect, stored)
    image = image.extract(rect)
    size = rect
  }
  // Each further geometric step starts from finished pixels: the library keeps one of each kind per pipeline.
  if (wanted.rotation) {
    image = (await nextStep(image)).rotate(wanted.rotation)
    size = wanted.rotation === 180 ? size : {width: size.height, height: size.width}
  }
  if (wanted.flip) {
    image = wanted.flip.includes('v') ? image.flip() : image
    image = wanted.flip.includes('h') ? image.flop() : image
    image = await nextStep(image)
  }
  image = await resize(image, size, wanted)
  image = adjust(image, wanted)
  const format = outputFormat(stored.extension, wanted.format)
  return {bytes: await encodeAs(image, format, wanted), format}
}

async function nextStep(image: Sharp): Promise<Sharp> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  return sharp(data, {raw: {width: info.width, height: info.height, channels: info.channels}})
}

function intersect(
  rect: NonNullable<ImageTransformation['rect']>,
  size: Size,
): NonNullable<ImageTransformation['rect']> {
  if (rect.left >= size.width || rect.top >= size.height) {
    throw platformError(400, 'The image parameter "rect" lies outside the image')
  }
  const width = Math.min(rect.width, size.width - rect.left)
  const height = Math.min(rect.height, size.height - rect.top)
  return {...rect, width, height}
}

async function resize(image: Sharp, size: Size, wanted: ImageTransformation): Promise<Sharp> {
  const {width, height, fit} = wanted
  if (width === undefined && height === undefined) return image
  const background = wanted.background ?? '#00000000'
  const shrinkOnly = fit === 'max' || fit === 'min' || fit === 'fillmax'
  if (width === undefined || height === undefined) {
    return image.resize({width, height, withoutEnlargement: shrinkOnly})
  }
  switch (fit) {
    case 'clip':
      return image.resize({width, height, fit: 'inside'})
    case 'max':
      return image.resize({width, height, fit: 'inside', withoutEnlargement: true})
    case 'scale':
      return image.resize({width, height, fit: 'fill'})
    case 'fill':
      return image.resize({width, height, fit: 'contain', background})
    case 'fillmax': {
      const inner = image.resize({width, height, fit: 'inside', withoutEnlargement: true})
      return pad(await nextStep(inner), {width, height}, background)
    }
    case 'min': {
      // The asked ratio at the largest size that the image itself can give.
      const scale = Math.min(1, size.width / width, size.height / height)
      return cover(
        image,
        size,
        {width: atLeastOne(width * scale), height: atLeastOne(height * scale)},
        wanted,
      )
    }
    case 'crop':
      return cover(image, size, {width, height}, wanted)
  }
}

const atLeastOne = (value: number): number => Math.max(1, Math.round(value))

async function pad(image: Sharp, target: Size, background: string): Promise<Sharp> {
  const {width, height} = await image.metadata()
  const left = Math.floor((target.width - width) / 2)
  const top = Math.floor((target.height - height) / 2)
  return image
    .ensureAlpha()
    .extend({left, top, right: target.width - width - left, bottom: target.height - height - top, background})
}

/** Fills the target and cuts off what hangs over, around the part that `crop` names. */
function cover(image: Sharp, size: Size, target: Size, wanted: ImageTransformation): Sharp {
  if (wanted.crop.includes('entropy')) return image.resize({...target, fit: 'cover', position: 'entropy'})
  if (!wanted.crop.includes('focalpoint')) {
    return image.resize({...target, fit: 'cover', position: gravity(wanted.crop)})
  }
  const scale = Math.max(target.width / size.width, target.height / size.height)
  const scaled = {
    width: Math.max(target.width, Math.round(size.width * scale)),
    height: Math.max(target.height, Math.round(size.height * scale)),
  }
  const start = (point: number, whole: number, part: number): number =>
    Math.round(Math.min(Math.max(point * whole - part / 2, 0), whole - part))
  return image.resize({...scaled, fit: 'fill'}).extract({
    left: start(wanted.focalPoint.x, scaled.width, target.width),
    top: start(wanted.focalPoint.y, scaled.height, target.height),
    ...target,
  })
}

function gravity(crop: readonly string[]): string {
  const vertical = crop.find((part) => part === 'top' || part === 'bottom')
  const horizontal = crop.find((part) => part === 'left' || part === 'right')
  return [horizontal, vertical].filter((part) => part !== undefined).join(' ') || 'centre'
}

function adjust(image: Sharp, wanted: ImageTransformation): Sharp {
  const {saturation, blur, sharpen, invert, background} = wanted
  if (saturation === -100) image.grayscale()
  else if (saturation !== undefined) image.modulate({saturation: 1 + saturation / 100})
  if (blur !== undefined && blur > 0) image.blur(Math.max(0.3, blur / 10))
  if (sharpen !== undefined && sharpen > 0) image.sharpen({sigma: 0.5 + sharpen / 25})
  if (invert) image.negate({alpha: false})
  if (wanted.pad > 0) {
    const {pad: side} = wanted
    image.extend({left: side, right: side, top: side, bottom: side, background: background ?? '#00000000'})
  }
  if (background !== undefined) image.flatten({background})
  return image
}

async function encodeAs(image: Sharp, format: OutputFormat, wanted: ImageTransformation): Promise<Buffer> {
  const {quality} = wanted
  switch (format) {
    case 'jpg':
      return image
        .flatten({background: wanted.background ?? '#ffffff'})
        .jpeg({quality, progressive: wanted.format === 'pjpg'})
        .toBuffer()
    case 'webp':
      return image.webp({quality}).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'gif':
      return image.gif().toBuffer()
  }
}
