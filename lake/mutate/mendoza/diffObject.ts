import {isJsonObject, type Json, type JsonObject} from '../../model/document.ts'
import {isEqual} from '../equal.ts'
import {diffString} from './diffString.ts'
import {matchItems} from './matchItems.ts'
import {Op} from './opcodes.ts'

/** A program that makes a value from its earlier form, and whether it starts from a copy of it. */
interface ValueDiff {
  from: 'copy' | 'blank'
  program: Json[]
}

/** How to make `after` from `before`; `undefined` when the plain new value is the shorter way. */
function diffValue(before: Json, after: Json): ValueDiff | undefined {
  const diff = structuralDiff(before, after)
  // An empty program over a blank output is decoded as null.
  if (diff === undefined || (diff.from === 'blank' && diff.program.length === 0)) return undefined
  return JSON.stringify(diff.program).length < JSON.stringify(after).length ? diff : undefined
}

function structuralDiff(before: Json, after: Json): ValueDiff | undefined {
  if (typeof before === 'string' && typeof after === 'string') {
    return {from: 'blank', program: diffString(before, after)}
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return {from: 'blank', program: diffArray(before, after)}
  }
  if (isJsonObject(before) && isJsonObject(after)) return {from: 'copy', program: diffObject(before, after)}
  return undefined
}

/** What turns a copy of `before` into `after`. */
export function diffObject(before: JsonObject, after: JsonObject): Json[] {
  const program: Json[] = []
  const keys = Object.keys(before).sort()
  keys.forEach((key, field) => {
    const original = before[key]
    const value = Object.hasOwn(after, key) ? after[key] : undefined
    if (value === undefined || original === undefined) {
      program.push(Op.objectDeleteField, field)
      return
    }
    if (isEqual(original, value)) return
    const diff = diffValue(original, value)
    if (diff === undefined) {
      program.push(Op.objectSetFieldValue, value, key)
      return
    }
    const push = diff.from === 'copy' ? Op.pushFieldCopy : Op.pushFieldBlank
    program.push(push, field, ...diff.program, Op.returnIntoObjectSameKeyPop)
  })
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) program.push(Op.objectSetFieldValue, value, key)
  }
  return program
}

/** What rebuilds `after` from parts of `before`, its items matched by `_key` or else by place. */
function diffArray(before: readonly Json[], after: readonly Json[]): Json[] {
  const sourceOf = matchItems(before, after)
  const program: Json[] = []
  let slice: {from: number; to: number} | undefined

  const endSlice = (): void => {
    if (slice !== undefined) program.push(Op.arrayAppendSlice, slice.from, slice.to)
    slice = undefined
  }

  after.forEach((item, index) => {
    const source = sourceOf(item, index)
    const original = source === undefined ? undefined : before[source]
    if (source === undefined || original === undefined) {
      endSlice()
      program.push(Op.arrayAppendValue, item)
      return
    }
    if (isEqual(original, item)) {
      if (slice?.to === source) slice.to++
      else {
        endSlice()
        slice = {from: source, to: source + 1}
      }
      return
    }
    endSlice()
    program.push(...appendChanged(source, original, item))
  })
  endSlice()
  return program
}

function appendChanged(source: number, original: Json, item: Json): Json[] {
  const change = diffValue(original, item)
  if (change === undefined) return [Op.arrayAppendValue, item]
  const push = change.from === 'copy' ? Op.pushElementCopy : Op.pushElementBlank
  return [push, source, ...change.program, Op.returnIntoArrayPop]
}
