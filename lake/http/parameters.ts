import type {Json, JsonObject} from '../model/document.ts'
import {dataError} from '../model/errors.ts'
import type {Perspective} from '../query/index.ts'

/** A boolean query parameter; absent means `otherwise`. */
export function flag(query: URLSearchParams, name: string, otherwise = false): boolean {
  const value = query.get(name)
  return value === null ? otherwise : value === 'true' || value === '1' || value === ''
}

/** A whole number from 1 on; absent means `otherwise`, and more than `most` means `most`. */
export function count(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const value = query.get(name)
  if (value === null) return otherwise
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1) {
    throw dataError(400, 'invalidParameterError', `Parameter "${name}" must be a whole number from 1 on`)
  }
  return Math.min(number, most)
}

/** The comma-separated ids of a path part. */
export const idsIn = (text: string): string[] => text.split(',').filter((id) => id !== '')

/** The GROQ parameters of a URL: every `$name` holds JSON. */
export function groqParameters(query: URLSearchParams): JsonObject {
  const names = [...query.keys()].filter((key) => key.startsWith('$'))
  return Object.fromEntries(names.map((key) => [key.slice(1), parameterValue(key, query.get(key) ?? '')]))
}

function parameterValue(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw dataError(400, 'queryParseError', `Unable to parse value of "${name}": expected JSON`, {
      query: text,
      start: 0,
      end: text.length,
    })
  }
}

/** The version from which queries default to published documents, and see versions in releases. */
const RELEASES_SINCE = '2025-02-19'

/** Whether API version `v…` is one since 2025-02-19. */
export function knowsReleases(apiVersion: string): boolean {
  const version = apiVersion.replace(/^v/, '')
  return version === 'X' || (version.includes('-') && version >= RELEASES_SINCE)
}

/** The perspective that a request asks for, or the default of its API version. */
export function perspectiveOf(query: URLSearchParams, apiVersion: string): Perspective {
  const stack = query.getAll('perspective').flatMap(idsIn)
  const releases = knowsReleases(apiVersion)
  const raw = releases ? 'raw' : 'unversioned'
  const [first] = stack
  if (first === undefined) return releases ? 'published' : raw
  if (stack.length === 1) {
    if (first === 'raw') return raw
    if (first === 'published' || first === 'drafts') return first
    if (first === 'previewDrafts') return 'drafts'
  }
  if (stack.includes('raw')) {
    throw dataError(400, 'invalidParameterError', 'Perspective "raw" can\'t be combined with others')
  }
  return stack
}
