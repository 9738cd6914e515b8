import {platformError} from '../model/errors.ts'

const FITS = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const OUTPUT_FORMATS = ['jpg', 'pjpg', 'png', 'webp'] as const
const CROPS = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'] as const
const FLIPS = ['h', 'v', 'hv', 'vh'] as const

/** The largest side of a transformed image, as on the service. */
export const MAX_OUTPUT_SIDE = 8192

/** How an image is to be changed; the parameters of an image address after reading. */
export interface ImageTransformation {
  rect?: {left: number; top: number; width: number; height: number}
  width?: number
  height?: number
  fit: (typeof FITS)[number]
  crop: (typeof CROPS)[number][]
  focalPoint: {x: number; y: number}
  quality: number
  format?: (typeof OUTPUT_FORMATS)[number]
  background?: string
  blur?: number
  sharpen?: number
  saturation?: number
  rotation?: number
  flip?: (typeof FLIPS)[number]
  invert: boolean
  pad: number
}

const invalid = (name: string, value: string): Error =>
  platformError(400, `Invalid value for the image parameter "${name}": ${value}`)

/**
 * Reads the parameters of an image address. `undefined` when they ask for no change, so that the
 * stored bytes can be sent. Unknown parameters are ignored, as on the service; a known one with a
 * value that makes no sense is refused.
 */
export function readImageParameters(query: URLSearchParams, accept: string): ImageTransformation | undefined {
  const text = (name: string): string | undefined => query.get(name) ?? undefined
  const number = (name: string, min: number, max: number): number | undefined => {
    const value = text(name)
    if (value === undefined || value === '') return undefined
    const parsed = Number(value)
    if (!Number.isFinite(parsed) || parsed < min || parsed > max) throw invalid(name, value)
    return parsed
  }
  const choice = <T extends string>(name: string, options: readonly T[]): T | undefined => {
    const value = text(name)
    if (value === undefined || value === '') return undefined
    const found = options.find((option) => option === value)
    if (!found) throw invalid(name, value)
    return found
  }
  const side = (name: string): number | undefined => {
    const value = number(name, 1, MAX_OUTPUT_SIDE)
    if (value === undefined) return undefined
    const scaled = Math.round(value * (number('dpr', 1, 3) ?? 1))
    return Math.min(scaled, MAX_OUTPUT_SIDE)
  }

  const automatic = text('auto') === 'format' && accept.includes('image/webp') ? 'webp' : undefined
  const transformation: ImageTransformation = {
    rect: readRect(text('rect')),
    width: side('w'),
    height: side('h'),
    fit: choice('fit', FITS) ?? 'clip',
    crop: readCrop(text('crop')),
    focalPoint: {x: number('fp-x', 0, 1) ?? 0.5, y: number('fp-y', 0, 1) ?? 0.5},
    quality: Math.max(1, Math.round(number('q', 0, 100) ?? 75)),
    format: choice('fm', OUTPUT_FORMATS) ?? automatic,
    background: readColour(text('bg')),
    blur: number('blur', 0, 2000),
    sharpen: number('sharp', 0, 100) ?? number('sharpen', 0, 100),
    saturation: number('sat', -100, 100),
    rotation: readRotation(text('or')),
    flip: choice('flip', FLIPS),
    invert: text('invert') === 'true',
    pad: Math.round(number('pad', 0, MAX_OUTPUT_SIDE) ?? 0),
  }
  return changesNothing(transformation, query) ? undefined : transformation
}

function changesNothing(wanted: ImageTransformation, query: URLSearchParams): boolean {
  const {rect, width, height, format, background, blur, sharpen, saturation, rotation, flip, invert, pad} =
    wanted
  const parts = [rect, width, height, format, background, blur, sharpen, saturation, rotation, flip]
  return parts.every((part) => part === undefined) && !invert && pad === 0 && !query.has('q')
}

function readRect(value: string | undefined): ImageTransformation['rect'] {
  if (!value) return undefined
  const [left, top, width, height, ...rest] = value.split(',').map((part) => Math.round(Number(part)))
  const parts = [left, top, width, height]
  if (
    left === undefined ||
    top === undefined ||
    width === undefined ||
    height === undefined ||
    rest.length > 0
  ) {
    throw invalid('rect', value)
  }
  if (parts.some((part) => !Number.isSafeInteger(part)) || left < 0 || top < 0 || width < 1 || height < 1) {
    throw invalid('rect', value)
  }
  return {left, top, width, height}
}

function readCrop(value: string | undefined): ImageTransformation['crop'] {
  return (value ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const found = CROPS.find((option) => option === part)
      if (!found) throw invalid('crop', part)
      return found
    })
}

/** Colours are written without `#`: `RGB`, `ARGB`, `RRGGBB` or `AARRGGBB`. */
function readColour(value: string | undefined): string | undefined {
  if (!value) return undefined
  const hex = value.replace(/^#/, '').toLowerCase()
  if (!/^([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(hex)) throw invalid('bg', value)
  const long = hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex
  return long.length === 8 ? `#${long.slice(2)}${long.slice(0, 2)}` : `#${long}`
}

function readRotation(value: string | undefined): number | undefined {
  if (!value || value === '0') return undefined
  if (!['90', '180', '270'].includes(value)) throw invalid('or', value)
  return Number(value)
}
