import type {Json, JsonObject} from '../model.ts'
import {identityOf, isIdentified} from './identityOf.ts'
import {isObject, same} from './same.ts'

/** Two values for one field, neither of which follows from the other. */
export interface Clash {
  path: string
  base: Json | undefined
  /** Undefined when an editor removed it. */
  theirs: Json | undefined
  ours: Json
}

/** Decides a clash: the value to keep. */
export type Decide = (clash: Clash) => Json | undefined

/**
 * Merges what a source says (`ours`) into what is there (`theirs`), field by field, knowing what the
 * source said the last time (`base`). A side that did not change gives way to the one that did; where both
 * changed, `decide` is asked. Arrays whose items can be told apart merge item by item.
 *
 * @returns undefined when the field ends up absent
 */
export function mergeValues(
  base: Json | undefined,
  theirs: Json | undefined,
  ours: Json | undefined,
  path: string,
  decide: Decide,
): Json | undefined {
  if (same(theirs, ours)) return theirs
  if (base !== undefined && same(base, ours)) return theirs
  if (base !== undefined && same(base, theirs)) return ours
  if (ours === undefined) return theirs
  if (theirs === undefined) return base === undefined ? ours : decide({path, base, theirs, ours})
  if (isObject(theirs) && isObject(ours)) {
    const whole = mergeWhole(theirs, ours)
    if (whole) return whole
    if (isComposite(theirs)) {
      return mergeObjects(isObject(base) ? base : {}, theirs, withoutActualDates(theirs, ours), path, decide)
    }
  }
  if (isIdentified(theirs) && isIdentified(ours)) {
    return mergeArrays(isIdentified(base) ? base : [], theirs, ours, path, decide)
  }
  return decide({path, base, theirs, ours})
}

/** Merges the attributes of two objects. */
export function mergeObjects(
  base: JsonObject,
  theirs: JsonObject,
  ours: JsonObject,
  path: string,
  decide: Decide,
): JsonObject {
  const merged: JsonObject = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const inner = path === '' ? name : `${path}.${name}`
    const value =
      name === '_key'
        ? (theirs[name] ?? ours[name])
        : mergeValues(base[name], theirs[name], ours[name], inner, decide)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/**
 * A source says when a project runs, not whether that was the plan or what happened: a date that is known as
 * the actual one is no other plan.
 */
function withoutActualDates(theirs: JsonObject, ours: JsonObject): JsonObject {
  if (theirs['_type'] !== 'projectPeriod') return ours
  return Object.fromEntries(
    Object.entries(ours).filter(([name, value]) => {
      const actual = theirs[name.replace(/^planned/, 'actual')]
      return (
        !name.startsWith('planned') || !isObject(actual) || !isObject(value) || !mergeWhole(actual, value)
      )
    }),
  )
}

/** Values that mean one thing together; half of one and half of the other would mean nothing. */
function isComposite(value: JsonObject): boolean {
  return value['_type'] !== 'money' && value['_type'] !== 'partialDate' && value['_type'] !== 'reference'
}

/**
 * A date known more precisely says the same as the coarser one; an amount is its figure and currency; a
 * source is its address, however it is titled.
 */
function mergeWhole(theirs: JsonObject, ours: JsonObject): JsonObject | undefined {
  if (theirs['_type'] === 'source') return theirs
  if (theirs['_type'] === 'partialDate') {
    const [a, b] = [theirs['value'], ours['value']]
    if (typeof a !== 'string' || typeof b !== 'string') return undefined
    if (a.startsWith(b)) return theirs
    if (b.startsWith(a)) return ours
  }
  if (
    theirs['_type'] === 'money' &&
    theirs['amount'] === ours['amount'] &&
    theirs['currency'] === ours['currency']
  ) {
    return theirs
  }
  return undefined
}

function mergeArrays(base: Json[], theirs: Json[], ours: Json[], path: string, decide: Decide): Json[] {
  const baseItems = byIdentity(base)
  const ourItems = byIdentity(ours)
  const theirItems = byIdentity(theirs)
  const kept = theirs.flatMap((item) => {
    const identity = identityOf(item) ?? ''
    const before = baseItems.get(identity)
    const mine = ourItems.get(identity)
    if (mine === undefined && before !== undefined && same(before, item)) return []
    const merged = mergeValues(before, item, mine, `${path}[${identity}]`, decide)
    return merged === undefined ? [] : [merged]
  })
  const added = ours.filter((item) => {
    const identity = identityOf(item) ?? ''
    return !theirItems.has(identity) && !baseItems.has(identity)
  })
  return [...kept, ...added]
}

function byIdentity(items: Json[]): Map<string, Json> {
  return new Map(items.map((item) => [identityOf(item) ?? '', item]))
}
