import {geoEqualEarth, geoPath} from 'd3-geo'
import countries from 'i18n-iso-countries'
import {feature, merge} from 'topojson-client'
import type {GeometryCollection, MultiPolygon, Polygon, Topology} from 'topojson-specification'

/** The countries of the world as the package `world-atlas` keeps them. */
export type Atlas = Topology<{countries: GeometryCollection}>

/** The size that a map is drawn at. */
export const MAP_SIZE = {width: 960, height: 440}

/** The land as the path of an SVG, and the middle and outline of each country by its numeric code, in one projection. */
export interface World {
  land: string
  centres: ReadonlyMap<string, readonly [number, number]>
  /** Drawn when it is asked for; `''` for a country that the world does not know. */
  outlineOf: (code: string) => string
}

const ANTARCTICA = countries.alpha2ToNumeric('AQ')

/** Draws the world in `MAP_SIZE`, in a projection that keeps areas comparable. */
export function drawWorld(atlas: Atlas): World {
  const all = feature(atlas, atlas.objects.countries)
  // Antarctica would take a quarter of the height.
  const inhabited = {...all, features: all.features.filter(({id}) => id !== ANTARCTICA)}
  const path = geoPath(geoEqualEarth().fitSize([MAP_SIZE.width, MAP_SIZE.height], inhabited)).digits(0)
  return {
    land: path(merge(atlas, inhabitedGeometries(atlas))) ?? '',
    centres: new Map(inhabited.features.map((country) => [String(country.id), path.centroid(country)])),
    outlineOf: (code) => {
      const country = inhabited.features.find(({id}) => String(id) === code)
      return (country && path(country)) ?? ''
    },
  }
}

function inhabitedGeometries(atlas: Atlas) {
  return atlas.objects.countries.geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon =>
      geometry.id !== ANTARCTICA && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'),
  )
}

const SMALLEST = 5
const LARGEST = 34
/** The narrowest part of the world that still tells where it is, and what stands around the points in it. */
const NARROWEST = 440
const AROUND = 90

/** A country on a map: its outline, where its circle stands and how large it is. */
export interface Place {
  outline: string
  x: number
  y: number
  radius: number
}

/** The part of the world that a map shows, of the proportions of `MAP_SIZE`, and the places on it. */
export interface MapOfPlaces<Point> {
  part: {x: number; y: number; width: number; height: number}
  places: (Point & Place)[]
}

/**
 * A map of the part of the world that the points are in. A circle stands on each country, the largest first
 * so that a smaller one stays in sight; countries that the world does not know are left out.
 *
 * @param points countries by their two letters, with the value that the circle shows
 */
export function mapOf<Point extends {isoCode: string; value: number}>(
  {centres, outlineOf}: World,
  points: readonly Point[],
): MapOfPlaces<Point> {
  const known = points.flatMap((point) => {
    const code = countries.alpha2ToNumeric(point.isoCode) ?? ''
    const centre = centres.get(code)
    if (!centre) return []
    return [{...point, x: Math.round(centre[0]), y: Math.round(centre[1]), outline: outlineOf(code)}]
  })
  const part = partAround(known)
  const largest = Math.max(1, ...points.map(({value}) => value))
  const places = known.map((place) => {
    // The area, not the radius, grows with the value.
    const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, place.value) / largest)
    return {...place, radius: Math.max(1, Math.round((radius * part.width) / MAP_SIZE.width))}
  })
  return {part, places: places.toSorted((a, b) => b.radius - a.radius)}
}

function partAround(points: readonly {x: number; y: number}[]): MapOfPlaces<unknown>['part'] {
  if (points.length === 0) return {x: 0, y: 0, ...MAP_SIZE}
  const [xs, ys] = [points.map(({x}) => x), points.map(({y}) => y)]
  const [left, right] = [Math.min(...xs) - AROUND, Math.max(...xs) + AROUND]
  const [top, bottom] = [Math.min(...ys) - AROUND, Math.max(...ys) + AROUND]
  const needed = Math.max(NARROWEST, right - left, ((bottom - top) * MAP_SIZE.width) / MAP_SIZE.height)
  const width = Math.round(Math.min(MAP_SIZE.width, needed))
  const height = Math.round((width * MAP_SIZE.height) / MAP_SIZE.width)
  return {
    width,
    height,
    x: within((left + right - width) / 2, MAP_SIZE.width - width),
    y: within((top + bottom - height) / 2, MAP_SIZE.height - height),
  }
}

function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)))
}
