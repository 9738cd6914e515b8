import {Buffer} from 'node:buffer'
import type {Json, StoredDocument} from '../model/document.ts'
import {isSystemId} from '../model/ids.ts'
import {ItemFailure, malformed} from './failures.ts'

/** The hosted service's documented limits for one document. */
const MAX_ATTRIBUTES = 1000
const MAX_DEPTH = 20
const MAX_BYTES = 32_000_000

/** What the lake itself adds to a document doesn't count. */
const OWN_ATTRIBUTES = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt', '_system'])

/** Objects copied attribute by attribute would lose it and get another prototype instead. */
function demandHarmless(name: string): void {
  if (name === '__proto__') throw malformed('The attribute name "__proto__" is not allowed')
}

/** Refuses a document that the hosted service would not take. */
export function demandWithinLimits(document: StoredDocument): void {
  if (isSystemId(document._id) || isClearlyWithinLimits(document)) return
  const measure: Measure = {attributes: new Set(), characters: 0}
  for (const [name, value] of Object.entries(document)) {
    if (OWN_ATTRIBUTES.has(name)) continue
    demandHarmless(name)
    measure.attributes.add(name)
    measureValue(value, name, 0, measure)
  }
  const {_id: id} = document
  if (measure.attributes.size > MAX_ATTRIBUTES) {
    throw malformed(`Document "${id}" has more than ${MAX_ATTRIBUTES} attributes`)
  }
  // UTF-8 takes at most three bytes for a UTF-16 unit, so most documents need no exact count.
  if (measure.characters * 3 > MAX_BYTES && Buffer.byteLength(JSON.stringify(document)) > MAX_BYTES) {
    throw new ItemFailure(413, 'validationError', `Document "${id}" exceeds limit of ${MAX_BYTES} bytes`)
  }
}

/** Every write is measured, so most documents are by this, which tells no paths apart. */
function isClearlyWithinLimits(document: StoredDocument): boolean {
  let room = MAX_ATTRIBUTES
  let characters = 0
  const fits = (value: Json, depth: number): boolean => {
    if (typeof value === 'string') characters += value.length + 3
    else if (typeof value !== 'object' || value === null) characters += 8
    else if (depth >= MAX_DEPTH) return false
    else if (Array.isArray(value)) return value.every((item) => fits(item, depth + 1))
    else {
      for (const name in value) {
        characters += name.length + 4
        if (--room < 0 || name === '__proto__' || !fits(value[name] ?? null, depth + 1)) return false
      }
    }
    return true
  }
  // The document itself is one level that doesn't count.
  return fits(document, -1) && characters * 3 <= MAX_BYTES
}

interface Measure {
  /** Distinct paths; the items of an array share one. */
  attributes: Set<string>
  /** About the length of the JSON text. */
  characters: number
}

function measureValue(value: Json, path: string, depth: number, measure: Measure): void {
  if (typeof value !== 'object' || value === null) {
    measure.characters += typeof value === 'string' ? value.length + 3 : 8
    return
  }
  if (depth === MAX_DEPTH) throw malformed(`Documents may be nested ${MAX_DEPTH} levels deep, at "${path}"`)
  if (Array.isArray(value)) {
    for (const item of value) measureValue(item, `${path}[]`, depth + 1, measure)
    return
  }
  for (const [name, attribute] of Object.entries(value)) {
    demandHarmless(name)
    const at = `${path}.${name}`
    measure.attributes.add(at)
    measure.characters += name.length + 4
    measureValue(attribute, at, depth + 1, measure)
  }
}
