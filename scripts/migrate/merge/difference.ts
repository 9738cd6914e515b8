import type {FieldDifference, Json, JsonObject} from '../model.ts'
import {identityOf, isIdentified} from './identityOf.ts'
import {isObject, same} from './same.ts'

/** The fields in which two documents differ, as a person reads them: one entry for each value. */
export function differences(before: JsonObject, after: JsonObject): FieldDifference[] {
  return [...compare(before, after, '')]
}

function* compare(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
): Generator<FieldDifference> {
  if (same(before, after)) return
  if (
    isObject(before) &&
    isObject(after) &&
    before['_type'] !== 'money' &&
    before['_type'] !== 'partialDate'
  ) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* compare(before[name], after[name], path === '' ? name : `${path}.${name}`)
    }
    return
  }
  if (isIdentified(before) && isIdentified(after)) {
    const old = new Map(before.map((item) => [identityOf(item) ?? '', item]))
    const next = new Map(after.map((item) => [identityOf(item) ?? '', item]))
    for (const identity of new Set([...old.keys(), ...next.keys()])) {
      yield* compare(old.get(identity), next.get(identity), `${path}[${identity}]`)
    }
    return
  }
  yield {
    path,
    ...(before === undefined ? {} : {before}),
    ...(after === undefined ? {} : {after}),
  }
}
