import {isEqual} from '../value/compare.ts'
import {DateTime} from '../value/dateTime.ts'
import {assertCharacters} from '../value/limits.ts'
import type {Value} from '../value/value.ts'
import {type FunctionTable, binary, unary} from './table.ts'

const isScalar = (value: Value): value is string | number | boolean | DateTime =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value instanceof DateTime

export const array: FunctionTable = {
  join: binary((items, separator) => {
    if (!Array.isArray(items) || typeof separator !== 'string') return null
    if (!items.every(isScalar)) return null
    const texts = items.map(String)
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    assertCharacters(length + separator.length * Math.max(0, texts.length - 1))
    return texts.join(separator)
  }),
  compact: unary((items) => (Array.isArray(items) ? items.filter((item) => item !== null) : null)),
  unique: unary((items) => (Array.isArray(items) ? unique(items) : null)),
  intersects: binary((left, right) =>
    Array.isArray(left) && Array.isArray(right) ? left.some((a) => right.some((b) => isEqual(a, b))) : null,
  ),
}

/** Arrays and objects are never equal, so all of them stay. */
function unique(items: readonly Value[]): Value[] {
  const seen = new Set<Value>()
  return items.filter((item) => {
    if (item !== null && !isScalar(item)) return true
    const key = item instanceof DateTime ? `\0${DateTime.timeOf(item)}` : item
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
