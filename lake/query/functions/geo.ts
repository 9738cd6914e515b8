import {Geometry} from '../value/geometry.ts'
import {type Value, type ValueObject, isObject} from '../value/value.ts'
import {isGeoCall} from '../geoCall.ts'
import {type CompileCall, type FunctionTable, binary, unary} from './table.ts'

/** Documents don't change, so that a shape in one is read once. */
const known = new WeakMap<ValueObject, Geometry | null>()

/** A value as a geometry: one already, GeoJSON, or the latitude and longitude of a geopoint. */
function geometryOf(value: Value): Geometry | null {
  if (value instanceof Geometry) return value
  if (!isObject(value)) return null
  const before = known.get(value)
  if (before !== undefined) return before
  const geometry = readGeometry(value)
  known.set(value, geometry)
  return geometry
}

function readGeometry(value: ValueObject): Geometry | null {
  const {type, lat, lng, lon} = value
  if (typeof type === 'string') {
    const member = type === 'GeometryCollection' ? 'geometries' : 'coordinates'
    return Geometry.parse({type, [member]: value[member]})
  }
  if (lng !== undefined && lon !== undefined) return null
  return pointAt(lat ?? null, lng ?? lon ?? null)
}

const pointAt = (latitude: Value, longitude: Value): Geometry | null =>
  typeof latitude === 'number' && typeof longitude === 'number' ? Geometry.point(longitude, latitude) : null

const ofTwo = (compute: (first: Geometry, second: Geometry) => Value): CompileCall =>
  binary((first, second) => {
    const one = geometryOf(first)
    const other = geometryOf(second)
    return one && other ? compute(one, other) : null
  })

const toGeometry = unary(geometryOf)
const latLng = binary(pointAt)

/**
 * The `geo::` functions, and `geo()` as the parser passes it on.
 *
 * @see https://spec.groq.dev/draft/#sec-Geography
 */
export const geo: FunctionTable = {
  latLng: (args, env) => (isGeoCall(args) ? toGeometry(args.slice(1), env) : latLng(args, env)),
  contains: ofTwo((outer, inner) => Geometry.contains(outer, inner)),
  intersects: ofTwo((one, other) => Geometry.intersects(one, other)),
  distance: ofTwo((from, to) => Geometry.distance(from, to)),
}
