import type {Json} from '../model/document.ts'
import {isJsonObject} from '../model/document.ts'

/** Whether two JSON values are the same; quick where they share structure. */
export function isEqual(left: Json, right: Json): boolean {
  if (left === right) return true
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index] ?? null))
    )
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => {
      const value = left[key]
      const other = right[key]
      return value !== undefined && other !== undefined && Object.hasOwn(right, key) && isEqual(value, other)
    })
  )
}
