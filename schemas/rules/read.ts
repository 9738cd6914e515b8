import {partialDateOf, type PartialDate} from '../values/partialDate.ts'
import type {FindingPath, RuleContext, RuleDocument} from './rule.ts'

/**
 * Readers for documents of which nothing is certain: a value of another kind than expected reads as
 * absent, and the structure check reports it.
 */

export type Attributes = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** An array member with its place in the array. */
export interface Member {
  value: Attributes
  segment: FindingPath[number]
}

/** The objects in an array. */
export function members(value: unknown): Member[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown, index) =>
    isObject(item) ? [{value: item, segment: segmentOf(item, index)}] : [],
  )
}

function segmentOf(item: Attributes, index: number): FindingPath[number] {
  const key = text(item['_key'])
  return key === undefined ? index : {_key: key}
}

/** The id that a reference points to. */
export function referenceTo(value: unknown): string | undefined {
  return isObject(value) ? text(value['_ref']) : undefined
}

/** The id of the published version. */
export function publishedId(id: string): string {
  return id.replace(/^drafts\.|^versions\.[^.]+\./, '')
}

export interface Dates {
  start: PartialDate | undefined
  end: PartialDate | undefined
}

/** The dates of a `period`. */
export function periodOf(value: unknown): Dates {
  const period = isObject(value) ? value : {}
  return {start: partialDateOf(period['start']), end: partialDateOf(period['end'])}
}

/** What to show of a `projectPeriod`: what happened, else what was planned. */
export function projectDates(value: unknown): Dates {
  const period = isObject(value) ? value : {}
  return {
    start: partialDateOf(period['actualStart']) ?? partialDateOf(period['plannedStart']),
    end: partialDateOf(period['actualEnd']) ?? partialDateOf(period['plannedEnd']),
  }
}

/** Every object inside a value, itself included, with its path. */
export function* objectsIn(
  value: unknown,
  path: FindingPath = [],
): Generator<{value: Attributes; path: FindingPath}> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const segment = isObject(item) ? segmentOf(item, index) : index
      yield* objectsIn(item, [...path, segment])
    }
  } else if (isObject(value)) {
    yield {value, path}
    for (const [name, attribute] of Object.entries(value)) yield* objectsIn(attribute, [...path, name])
  }
}

/** The other documents of a type: not the one being checked, in any version. */
export async function othersOfType(
  document: RuleDocument,
  type: string,
  context: RuleContext,
): Promise<RuleDocument[]> {
  const all = await context.documentsOfType(type)
  return all.filter(({_id}) => publishedId(_id) !== publishedId(document._id))
}
