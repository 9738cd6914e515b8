import {isJsonObject, type Json} from '../../model/document.ts'
import {isEqual} from '../equal.ts'

/**
 * Finds the item of `before` that an item of `after` continues: by what both ends share, then by
 * `_key`, then by place.
 */
export function matchItems(
  before: readonly Json[],
  after: readonly Json[],
): (item: Json, index: number) => number | undefined {
  const byKey = new Map<string, number>()
  before.forEach((item, index) => {
    const key = keyOf(item)
    if (key !== undefined && !byKey.has(key)) byKey.set(key, index)
  })

  const shortest = Math.min(before.length, after.length)
  const same = (left: number, right: number): boolean => isEqual(before[left] ?? null, after[right] ?? null)
  let prefix = 0
  while (prefix < shortest && same(prefix, prefix)) prefix++
  let suffix = 0
  const shift = before.length - after.length
  while (suffix < shortest - prefix && same(before.length - 1 - suffix, after.length - 1 - suffix)) suffix++

  return (item, index) => {
    if (index < prefix) return index
    if (index >= after.length - suffix) return index + shift
    const key = keyOf(item)
    if (key !== undefined) return byKey.get(key)
    // Without a key only the place tells, and only as long as no item came or went.
    return shift === 0 ? index : undefined
  }
}

function keyOf(item: Json): string | undefined {
  return isJsonObject(item) && typeof item._key === 'string' ? item._key : undefined
}
