import type {JsonObject} from '../model/document.ts'

/** What a swatch of this name looks for: target saturation and lightness with their accepted ranges. */
interface Target {
  saturation: readonly [min: number, wanted: number, max: number]
  lightness: readonly [min: number, wanted: number, max: number]
}

const VIVID = [0.35, 1, 1] as const
const DULL = [0, 0.3, 0.4] as const
const LIGHT = [0.55, 0.74, 1] as const
const NORMAL = [0.3, 0.5, 0.7] as const
const DARK = [0, 0.26, 0.45] as const

const TARGETS: Readonly<Record<string, Target>> = {
  vibrant: {saturation: VIVID, lightness: NORMAL},
  lightVibrant: {saturation: VIVID, lightness: LIGHT},
  darkVibrant: {saturation: VIVID, lightness: DARK},
  muted: {saturation: DULL, lightness: NORMAL},
  lightMuted: {saturation: DULL, lightness: LIGHT},
  darkMuted: {saturation: DULL, lightness: DARK},
}

interface Colour {
  rgb: readonly [number, number, number]
  /** Share of the pixels, in percent. */
  population: number
  saturation: number
  lightness: number
}

/**
 * The palette of an image from its pixels (RGB, three bytes each): colours are counted in cells of
 * 4 bits per channel, and each named swatch takes the cell that lies nearest to its target.
 */
export function paletteOf(pixels: Uint8Array): JsonObject {
  const colours = countColours(pixels)
  const dominant = colours[0]
  const palette: JsonObject = {_type: 'sanity.imagePalette'}
  if (!dominant) return palette
  palette['dominant'] = swatch(dominant)
  for (const [name, target] of Object.entries(TARGETS)) {
    const best = nearest(colours, target)
    if (best) palette[name] = swatch(best)
  }
  return palette
}

function countColours(pixels: Uint8Array): Colour[] {
  const cells = new Map<number, [count: number, red: number, green: number, blue: number]>()
  const total = Math.floor(pixels.length / 3)
  for (let offset = 0; offset + 2 < pixels.length; offset += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(offset, offset + 3)
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const cell = cells.get(key) ?? [0, 0, 0, 0]
    cells.set(key, [cell[0] + 1, cell[1] + red, cell[2] + green, cell[3] + blue])
  }
  return [...cells.values()]
    .map(([count, red, green, blue]) => {
      const rgb = [red / count, green / count, blue / count].map(Math.round) as [number, number, number]
      return {rgb, population: (count / total) * 100, ...saturationAndLightness(rgb)}
    })
    .toSorted((a, b) => b.population - a.population)
}

function saturationAndLightness(rgb: readonly number[]): {saturation: number; lightness: number} {
  const max = Math.max(...rgb) / 255
  const min = Math.min(...rgb) / 255
  const lightness = (max + min) / 2
  const range = max - min
  return {lightness, saturation: range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1))}
}

function nearest(colours: readonly Colour[], target: Target): Colour | undefined {
  const within = (value: number, [min, , max]: Target['lightness']): boolean => value >= min && value <= max
  const distance = (colour: Colour): number =>
    3 * Math.abs(colour.saturation - target.saturation[1]) +
    6 * Math.abs(colour.lightness - target.lightness[1]) -
    colour.population / 100
  return colours
    .filter(
      (colour) => within(colour.saturation, target.saturation) && within(colour.lightness, target.lightness),
    )
    .reduce<Colour | undefined>(
      (best, colour) => (best && distance(best) <= distance(colour) ? best : colour),
      undefined,
    )
}

function swatch(colour: Colour): JsonObject {
  const [red, green, blue] = colour.rgb
  // Perceived brightness, ITU-R BT.601: dark text on light swatches.
  const text = (red * 299 + green * 587 + blue * 114) / 1000 > 150 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${colour.rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    foreground: text,
    title: text,
    population: Math.round(colour.population * 100) / 100,
  }
}
