import {Mutation} from '@sanity/mutator'
import {isJsonObject, type Json, type JsonObject} from '../../model/document.ts'
import {malformed} from '../failures.ts'
import type {DocumentContent} from '../systemAttributes.ts'
import {concretePaths, expandSelections, isPath, isRecursive, splitLastItem} from './paths.ts'

/** The operations of a patch in the order in which they are applied. */
const OPERATIONS = ['setIfMissing', 'set', 'unset', 'diffMatchPatch', 'inc', 'dec', 'insert'] as const
type Operation = (typeof OPERATIONS)[number]

/** What a patch may hold besides its operations. */
const ADDRESS: ReadonlySet<string> = new Set(['id', 'query', 'params', 'ifRevisionID', 'type'])

/** One operation on one path, as a patch of its own. */
type Step = (document: JsonObject) => JsonObject[]

/**
 * Applies a patch through the Studio's own code, so that both sides agree on every detail. It is taken
 * apart into steps of one path each, which keeps it away from the paths that code gets wrong.
 */
export function applyPatch<D extends DocumentContent>(document: D, patch: JsonObject): D {
  const before: JsonObject = document
  const after = stepsOf(patch).reduce(
    (state, step) => step(state).reduce((current, single) => applySingle(current, single), state),
    before,
  )
  return after as D
}

function applySingle(document: JsonObject, operation: JsonObject): JsonObject {
  const {_id: id} = document
  const mutations = [{patch: {id, ...operation}}] as ConstructorParameters<typeof Mutation>[0]['mutations']
  try {
    return new Mutation({mutations}).apply(document as DocumentContent) as JsonObject
  } catch (error) {
    throw malformed(`Cannot apply the patch: ${error instanceof Error ? error.message : 'unknown reason'}`)
  }
}

/** The patch as steps; refuses what is not a patch. */
function stepsOf(patch: JsonObject): Step[] {
  for (const name of Object.keys(patch)) {
    if (!ADDRESS.has(name) && !OPERATIONS.some((operation) => operation === name)) {
      throw malformed(`Unknown patch operation "${name}"`)
    }
  }
  return OPERATIONS.flatMap((operation) => {
    const argument = patch[operation]
    return argument === undefined ? [] : STEPS[operation](argument)
  })
}

const isNumber = (value: Json): boolean => typeof value === 'number'
const isString = (value: Json): boolean => typeof value === 'string'

const STEPS: Readonly<Record<Operation, (argument: Json) => Step[]>> = {
  setIfMissing: (argument) => assignments('setIfMissing', argument, () => true),
  set: (argument) => assignments('set', argument, () => true),
  unset: removals,
  diffMatchPatch: (argument) => changes('diffMatchPatch', argument, isString),
  inc: (argument) => changes('inc', argument, isNumber),
  dec: (argument) => changes('dec', argument, isNumber),
  insert: insertion,
}

/** Operations that may be applied to a place twice without harm, and that make places. */
function assignments(operation: Operation, argument: Json, isValue: (value: Json) => boolean): Step[] {
  return entries(operation, argument, isValue).map(
    ([path, value]) =>
      (document) =>
        expandSelections(path, document).map((single) => ({[operation]: {[single]: value}})),
  )
}

/** Operations that change what is there, once. */
function changes(operation: Operation, argument: Json, isValue: (value: Json) => boolean): Step[] {
  return entries(operation, argument, isValue).map(
    ([path, value]) =>
      (document) =>
        places(path, document).map((single) => ({[operation]: {[single]: value}})),
  )
}

function removals(argument: Json): Step[] {
  if (!Array.isArray(argument)) throw malformed('"unset" must be an array of paths')
  return argument.map((path) => {
    if (typeof path !== 'string') throw malformed('"unset" must be an array of paths')
    demandPath(path)
    // From the end, so that what is removed does not move what is still to be removed.
    return (document) =>
      places(path, document)
        .reverse()
        .map((single) => ({unset: [single]}))
  })
}

function insertion(argument: Json): Step[] {
  const {items, ...where} = isJsonObject(argument) ? argument : {}
  const [[position, path] = []] = Object.entries(where)
  if (!Array.isArray(items) || (position !== 'before' && position !== 'after' && position !== 'replace')) {
    throw malformed('"insert" must hold "items" and one of "before", "after" and "replace"')
  }
  const last = typeof path === 'string' ? splitLastItem(path) : undefined
  if (last === undefined) throw malformed(`"insert.${position}" must be the path of an array's item`)
  demandPath(last.list)
  return [
    (document) =>
      places(last.list, document).map((list) => ({insert: {[position]: list + last.item, items}})),
  ]
}

const places = (path: string, document: JsonObject): string[] =>
  isRecursive(path) ? concretePaths(path, document) : expandSelections(path, document)

function entries(operation: Operation, argument: Json, isValue: (value: Json) => boolean): [string, Json][] {
  if (!isJsonObject(argument)) throw malformed(`"${operation}" must be an object of paths and values`)
  return Object.entries(argument).map(([path, value]) => {
    if (!isValue(value)) throw malformed(`"${operation}" has a value of the wrong type at "${path}"`)
    demandPath(path)
    return [path, value]
  })
}

function demandPath(path: string): void {
  // Assigning to this name would change an object's prototype instead of the document.
  if (path.includes('__proto__')) throw malformed('The attribute name "__proto__" is not allowed')
  if (!isPath(path)) throw malformed(`Malformed path: "${path}"`)
}
