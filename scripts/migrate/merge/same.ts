import {canonicalJson} from '../identity.ts'
import type {Json, JsonObject} from '../model.ts'

/** Keys that say how a value is stored and not what it says. */
const HOUSEKEEPING = new Set(['_key', '_weak', '_strengthenOnPublish'])

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two values say the same, whatever their keys and however their references are held. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || canonicalJson(essence(a)) === canonicalJson(essence(b))
}

function essence(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(essence)
  if (!isObject(value)) return value ?? null
  const markKeys = new Map(
    Array.isArray(value['markDefs'])
      ? value['markDefs'].flatMap((mark, index) =>
          isObject(mark) ? [[mark['_key'], `mark${index}`] as const] : [],
        )
      : [],
  )
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !HOUSEKEEPING.has(name))
      .map(([name, inner]) => [name, name === 'children' ? withMarks(inner, markKeys) : essence(inner)]),
  )
}

/** Annotations are named by key in the spans; the key itself says nothing. */
function withMarks(children: Json | undefined, markKeys: Map<Json | undefined, string>): Json {
  if (!Array.isArray(children)) return null
  return children.map((span) => {
    if (!isObject(span) || !Array.isArray(span['marks'])) return essence(span)
    return essence({...span, marks: span['marks'].map((mark) => markKeys.get(mark) ?? mark)})
  })
}
