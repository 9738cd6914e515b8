import {isJsonObject, type Json, type JsonObject} from '../../model/document.ts'
import {withArrayKeys, withKey} from '../arrayKeys.ts'

/** The patch with a `_key` on every object that it puts into an array. */
export function keyedPatch(patch: JsonObject, generateKey: () => string): JsonObject {
  const keyed = {...patch}
  for (const operation of ['set', 'setIfMissing'] as const) {
    const values = patch[operation]
    if (!isJsonObject(values)) continue
    keyed[operation] = Object.fromEntries(
      Object.entries(values).map(([path, value]) => [path, keyedValue(path, value, generateKey)]),
    )
  }
  if (isJsonObject(patch.insert) && Array.isArray(patch.insert.items)) {
    keyed.insert = {...patch.insert, items: withArrayKeys(patch.insert.items, generateKey)}
  }
  return keyed
}

/** A path that ends in a place within an array sets an item of it. */
const keyedValue = (path: string, value: Json, generateKey: () => string): Json =>
  /\[-?\d+\]$/.test(path) ? withKey(value, generateKey) : withArrayKeys(value, generateKey)
