import {DateTime} from './dateTime.ts'
import type {Value} from './value.ts'

/** GROQ's `==`: same type and same value; arrays and objects never equal anything. */
export function isEqual(a: Value, b: Value): boolean {
  if (a === b) return typeof a !== 'object' || a === null || a instanceof DateTime
  return a instanceof DateTime && b instanceof DateTime && DateTime.timeOf(a) === DateTime.timeOf(b)
}

/** Compares values of one comparable type; `null` when there is no order between the two. */
export function partialCompare(a: Value, b: Value): number | null {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : null
  if (typeof a === 'string') {
    if (typeof b !== 'string') return null
    if (a === b) return 0
    return a < b ? -1 : 1
  }
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : null
  if (a instanceof DateTime && b instanceof DateTime) return DateTime.timeOf(a) - DateTime.timeOf(b)
  return null
}

/** The order of types in `order()`: datetimes, numbers, strings, booleans, then all others alike. */
export function typeRank(value: Value): number {
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (typeof value === 'boolean') return 4
  return value instanceof DateTime ? 1 : 100
}

/** The total order of `order()`. */
export function totalCompare(a: Value, b: Value): number {
  return typeRank(a) - typeRank(b) || (partialCompare(a, b) ?? 0)
}
