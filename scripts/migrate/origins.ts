import {identityOf, isIdentified} from './merge/identityOf.ts'
import {isObject, same} from './merge/same.ts'
import type {Block, Candidate, Json, JsonObject, Origins, SourcePlace} from './model.ts'

/** A value of a document and the places that it was read at. */
export interface ValueOrigin {
  /** Path of the field, with the language or key of an item: `amount`, `title[nl]`, `period.plannedEnd`. */
  path: string
  sources: SourcePlace[]
}

/** The path of words in one language. */
export const inLanguage = (field: string, language: string): string => `${field}[${language}]`

/** Where blocks of a file stand: from the first to the last. */
export function placeOfBlocks(source: SourcePlace, blocks: readonly Pick<Block, 'locator'>[]): SourcePlace[] {
  const [first, last] = [blocks[0]?.locator, blocks.at(-1)?.locator]
  if (first === undefined || last === undefined) return []
  return [{...source, locator: first === last ? first : `${first} – ${last}`}]
}

type Said = Pick<Candidate, 'fields' | 'origins' | 'source'>

/** The places of every value of a candidate: those that its mapping names, else where the candidate stands. */
export function originsOf({fields, origins = {}, source}: Said): Origins {
  const named = Object.keys(origins).filter((path) => valueAt(fields, path) !== undefined)
  const paths = Object.keys(fields).flatMap((field) => {
    const known = named.filter((path) => isWithin(path, field))
    return known.length > 0 ? known : pathsIn(field, fields[field])
  })
  return Object.fromEntries(paths.map((path) => [path, origins[path]?.length ? origins[path] : [source]]))
}

/** Words have a path for each language, everything else one. */
function pathsIn(field: string, value: Json | undefined): string[] {
  const languages = Array.isArray(value)
    ? value.flatMap((one) => (isObject(one) && typeof one['language'] === 'string' ? [one['language']] : []))
    : []
  return languages.length > 0 ? languages.map((language) => inLanguage(field, language)) : [field]
}

/** The places of the values of two candidates that became one: of the one whose value stands, or of both. */
export function joinedOrigins(first: Said, second: Said, merged: JsonObject): Origins {
  const [ours, theirs] = [originsOf(first), originsOf(second)]
  return Object.fromEntries(
    [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map((path) => {
      const value = valueAt(merged, path)
      const standing = [
        ...(same(valueAt(first.fields, path), value) ? (ours[path] ?? []) : []),
        ...(same(valueAt(second.fields, path), value) ? (theirs[path] ?? []) : []),
      ]
      // What was put together of both is from both.
      return [path, standing.length > 0 ? standing : [...(ours[path] ?? []), ...(theirs[path] ?? [])]]
    }),
  )
}

/** The places of what stands at a path, whether the path is coarser or finer than those that are known. */
export function placesAt(path: string, values: readonly ValueOrigin[]): SourcePlace[] {
  const within = values.filter((one) => isWithin(one.path, path))
  const around = values
    .filter((one) => isWithin(path, one.path))
    .toSorted((a, b) => b.path.length - a.path.length)
  const places = (within.length > 0 ? within : around.slice(0, 1)).flatMap(({sources}) => sources)
  return [...new Map(places.map((place) => [`${place.file}|${place.locator ?? ''}`, place])).values()]
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)))
}

function valueAt(fields: JsonObject, path: string): Json | undefined {
  const {
    field = '',
    item,
    inner,
  } = /^(?<field>\w+)(?:\[(?<item>[^\]]+)\])?(?:\.(?<inner>\w+))?$/.exec(path)?.groups ?? {}
  const value = fields[field]
  const one =
    item === undefined
      ? value
      : isIdentified(value)
        ? value.find((candidate) => identityOf(candidate) === item)
        : undefined
  return inner === undefined ? one : isObject(one) ? one[inner] : undefined
}
