import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'

type Position = readonly [number, number]

interface GeoJson {
  readonly type: string
  readonly [member: string]: unknown
}

const reader = new GeoJSONReader(new GeometryFactory())

/** Equatorial radius in metres, as WGS 84 has it: the distances of the official suite are made with it. */
const EARTH_RADIUS = 6_378_137

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * A GROQ geo value: a GeoJSON geometry (RFC 7946). Like a datetime it has no attributes that a query
 * could read, and it equals nothing. Shapes are compared in the plane of longitude and latitude.
 */
export class Geometry {
  readonly #json: GeoJson
  readonly #shape: unknown

  private constructor(json: GeoJson, shape: unknown) {
    this.#json = json
    this.#shape = shape
  }

  /** A point. @param longitude in degrees @param latitude in degrees */
  static point(longitude: number, latitude: number): Geometry | null {
    return Geometry.parse({type: 'Point', coordinates: [longitude, latitude]})
  }

  /** Reads a geometry; null for what is none, such as a ring that is open or crosses itself. */
  static parse(json: GeoJson): Geometry | null {
    if (!isWellFormed(json)) return null
    try {
      const shape: unknown = reader.read(json)
      return IsValidOp.isValid(shape) ? new Geometry(json, shape) : null
    } catch {
      return null
    }
  }

  /** Whether no part of the second lies outside the first. */
  static contains(outer: Geometry, inner: Geometry): boolean {
    return Boolean(RelateOp.covers(outer.#shape, inner.#shape))
  }

  static intersects(one: Geometry, other: Geometry): boolean {
    return Boolean(RelateOp.intersects(one.#shape, other.#shape))
  }

  /** Metres between two points, on a sphere (haversine formula); null for any other shape. */
  static distance(from: Geometry, to: Geometry): number | null {
    const start = pointOf(from.#json)
    const end = pointOf(to.#json)
    if (!start || !end) return null
    const sineOfHalf = (index: 0 | 1): number => Math.sin(radians(start[index] - end[index]) / 2)
    const cosines = Math.cos(radians(start[1])) * Math.cos(radians(end[1]))
    const a = sineOfHalf(1) ** 2 + cosines * sineOfHalf(0) ** 2
    return 2 * EARTH_RADIUS * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a))
  }

  /** The geometry as it leaves in an answer. */
  static toJson(geometry: Geometry): GeoJson {
    return geometry.#json
  }

  toString(): string {
    return JSON.stringify(this.#json)
  }
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.every((number) => Number.isFinite(number))

const pointOf = ({type, coordinates}: GeoJson): Position | undefined =>
  type === 'Point' && isPosition(coordinates) ? coordinates : undefined

/** How deep the positions of each type lie in its coordinates. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** The reader takes numbers for granted. */
function isWellFormed({type, coordinates, geometries}: GeoJson): boolean {
  if (type === 'GeometryCollection')
    return Array.isArray(geometries) && geometries.every((geometry: GeoJson) => isWellFormed(geometry))
  const depth = Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined
  if (depth === undefined || !arePositions(coordinates, depth)) return false
  const rings = ringsOf(type, coordinates)
  return !rings.some((ring) => ring.some((position, i) => isSame(position, ring[i + 1])))
}

/** A ring that stays in one place for a step is none, which the library would let pass. */
function ringsOf(type: string, coordinates: unknown): readonly (readonly Position[])[] {
  if (type === 'Polygon') return coordinates as Position[][]
  return type === 'MultiPolygon' ? (coordinates as Position[][][]).flat() : []
}

const isSame = (a: Position, b: Position | undefined): boolean =>
  b !== undefined && a[0] === b[0] && a[1] === b[1]

/** The members of every part of the coordinates, as deep as its type says. */
function arePositions(value: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(value)
  return Array.isArray(value) && value.length > 0 && value.every((item) => arePositions(item, depth - 1))
}
