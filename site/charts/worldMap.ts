import {createHash} from 'node:crypto'
import {createRequire} from 'node:module'

import {geoEqualEarth, geoPath} from 'd3-geo'
import {stegaClean} from '@sanity/client/stega'
import countries from 'i18n-iso-countries'
import {feature, merge} from 'topojson-client'
import type {GeometryCollection, MultiPolygon, Polygon, Topology} from 'topojson-specification'

import {html, type Markup} from '../page/markup.ts'

/** A country on the map: the larger its value, the larger its circle. */
export interface MapPoint {
  isoCode: string
  value: number
  label: string
  href: string
}

const WIDTH = 960
const HEIGHT = 440
const SMALLEST = 5
const LARGEST = 34
/** The narrowest part of the world that still tells where it is, and what stands around the points in it. */
const NARROWEST = 440
const AROUND = 90

type Atlas = Topology<{countries: GeometryCollection}>

interface World {
  land: string
  centres: ReadonlyMap<string, readonly [number, number]>
  /** The outline of each country. */
  outlines: ReadonlyMap<string, string>
}

const ANTARCTICA = countries.alpha2ToNumeric('AQ')

const world = drawWorld()

/** The world's land, and the middle and outline of each country, in one projection. */
function drawWorld(): World {
  const atlas = createRequire(import.meta.url)('world-atlas/countries-110m.json') as Atlas
  const all = feature(atlas, atlas.objects.countries)
  // Antarctica would take a quarter of the height.
  const inhabited = {...all, features: all.features.filter(({id}) => id !== ANTARCTICA)}
  const path = geoPath(geoEqualEarth().fitSize([WIDTH, HEIGHT], inhabited)).digits(0)
  return {
    land: path(merge(atlas, inhabitedGeometries(atlas))) ?? '',
    centres: new Map(inhabited.features.map((country) => [String(country.id), path.centroid(country)])),
    outlines: new Map(inhabited.features.map((country) => [String(country.id), path(country) ?? ''])),
  }
}

function inhabitedGeometries(atlas: Atlas) {
  return atlas.objects.countries.geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon =>
      geometry.id !== ANTARCTICA && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'),
  )
}

/** The land alone, as a picture that browsers may keep. */
export const landPicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path fill="#ccd5de" d="${world.land}"/></svg>`

/** Where the site serves `landPicture`. */
export const LAND_ADDRESS = `/assets/land.${createHash('sha256').update(landPicture).digest('base64url').slice(0, 10)}.svg`

/**
 * A map of the part of the world that the points are in, with a linked circle on each country; countries
 * that it does not know are left out.
 */
export function worldMap(label: string, points: readonly MapPoint[]): Markup {
  const largest = Math.max(1, ...points.map(({value}) => value))
  const circles = points.flatMap((point) => {
    const id = countries.alpha2ToNumeric(point.isoCode) ?? ''
    const centre = world.centres.get(id)
    if (!centre) return []
    // The area, not the radius, grows with the value.
    const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, point.value) / largest)
    return [
      {
        ...point,
        x: Math.round(centre[0]),
        y: Math.round(centre[1]),
        radius,
        outline: world.outlines.get(id) ?? '',
        label: stegaClean(point.label),
      },
    ]
  })
  const {x, y, width, height} = partAround(circles)
  const scale = width / WIDTH
  return html`<svg
    class="map"
    viewBox="${x} ${y} ${width} ${height}"
    width="${WIDTH}"
    height="${HEIGHT}"
    role="group"
    aria-label="${label}"
  >
    <image href="${LAND_ADDRESS}" width="${WIDTH}" height="${HEIGHT}" />
    ${circles.map(({outline}) => html`<path class="country" d="${outline}" />`)}
    ${circles
      .toSorted((a, b) => b.radius - a.radius)
      .map(
        (circle) =>
          html`<a href="${circle.href}" aria-label="${circle.label}"
            ><title>${circle.label}</title>
            <circle
              class="place"
              cx="${circle.x}"
              cy="${circle.y}"
              r="${Math.max(1, Math.round(circle.radius * scale))}"
          /></a>`,
      )}
  </svg>`
}

/** The part of the map, of the same proportions, that shows the points with what is around them. */
function partAround(points: readonly {x: number; y: number}[]) {
  if (points.length === 0) return {x: 0, y: 0, width: WIDTH, height: HEIGHT}
  const [xs, ys] = [points.map(({x}) => x), points.map(({y}) => y)]
  const [left, right] = [Math.min(...xs) - AROUND, Math.max(...xs) + AROUND]
  const [top, bottom] = [Math.min(...ys) - AROUND, Math.max(...ys) + AROUND]
  const needed = Math.max(NARROWEST, right - left, ((bottom - top) * WIDTH) / HEIGHT)
  const width = Math.round(Math.min(WIDTH, needed))
  const height = Math.round((width * HEIGHT) / WIDTH)
  return {
    width,
    height,
    x: within((left + right - width) / 2, WIDTH - width),
    y: within((top + bottom - height) / 2, HEIGHT - height),
  }
}

function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)))
}
