import {isJsonObject, type Json, type JsonObject} from '../model/document.ts'

/** Gives every object that is an item of an array a `_key`, at any depth. */
export function withArrayKeys(value: Json, generateKey: () => string): Json {
  if (Array.isArray(value)) return value.map((item) => withKey(item, generateKey))
  if (!isJsonObject(value)) return value
  const keyed: JsonObject = {}
  for (const [name, attribute] of Object.entries(value)) keyed[name] = withArrayKeys(attribute, generateKey)
  return keyed
}

/** The same for a value that is itself an item of an array. */
export function withKey(item: Json, generateKey: () => string): Json {
  const keyed = withArrayKeys(item, generateKey)
  if (!isJsonObject(keyed) || typeof keyed._key === 'string') return keyed
  return {_key: generateKey(), ...keyed}
}
