import {geoEqualEarth, geoPath} from 'd3-geo'
import countries from 'i18n-iso-countries'
import {feature, merge} from 'topojson-client'
import type {GeometryCollection, MultiPolygon, Polygon, Topology} from 'topojson-specification'

/** The countries of the world as the package `world-atlas` keeps them. */
export type Atlas = Topology<{countries: GeometryCollection}>

/** The size that a map is drawn at. */
export const MAP_SIZE = {width: 960, height: 440}

/** The land as the path of an SVG, and the middle of each country by its numeric code, in one projection. */
export interface World {
  land: string
  centres: ReadonlyMap<string, readonly [number, number]>
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

/** Where the circle of a country stands and how large it is. */
export interface Circle {
  x: number
  y: number
  radius: number
}

/**
 * A circle on each country, the largest first so that a smaller one stays in sight; countries that the map
 * does not know are left out.
 *
 * @param points countries by their two letters, with the value that the circle shows
 */
export function circlesOn<Point extends {isoCode: string; value: number}>(
  {centres}: World,
  points: readonly Point[],
): (Point & Circle)[] {
  const largest = Math.max(1, ...points.map(({value}) => value))
  return points
    .flatMap((point) => {
      const centre = centres.get(countries.alpha2ToNumeric(point.isoCode) ?? '')
      if (!centre) return []
      // The area, not the radius, grows with the value.
      const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, point.value) / largest)
      return [{...point, x: Math.round(centre[0]), y: Math.round(centre[1]), radius: Math.round(radius)}]
    })
    .toSorted((a, b) => b.radius - a.radius)
}
