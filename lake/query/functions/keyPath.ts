import {isEqual} from '../value/compare.ts'
import {type Value, isObject} from '../value/value.ts'

/** A way into a value: attribute names and array indexes. */
export type KeyPath = readonly (string | number)[]

/** One step into a value; null where there is nothing. */
export function step(value: Value, key: string | number): Value {
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] ?? null) : null
  if (!isObject(value) || typeof key !== 'string') return null
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null
}

export const valueAt = (value: Value, path: KeyPath): Value => path.reduce<Value>(step, value)

/** Equality of whole values, arrays and objects by their parts. */
export function deepEqual(a: Value, b: Value): boolean {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, i) => deepEqual(item, b[i] ?? null))
  }
  if (!isObject(a)) return isEqual(a, b)
  if (!isObject(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && deepEqual(step(a, name), step(b, name)))
}

/** The shortest paths at which two values differ. */
export function differingPaths(before: Value, after: Value, path: KeyPath = []): KeyPath[] {
  if (deepEqual(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(after), ...Object.keys(before)])
    return [...names].flatMap((name) =>
      differingPaths(step(before, name), step(after, name), [...path, name]),
    )
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, i) => differingPaths(item, after[i] ?? null, [...path, i]))
  }
  return [path]
}
