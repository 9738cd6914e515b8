import type {View} from '../perspective/view.ts'
import {type Value, type ValueObject, attributeReader, isObject} from '../value/value.ts'

/** A step in a document: an attribute, or a place in a list with the key of what is there. */
export type Segment = string | {readonly index: number; readonly key: string | undefined}

/** Where in which document a value stands. */
export interface Origin {
  /** The id as stored: of the draft or version, where a perspective shows that. */
  readonly id: string
  readonly type: string
  readonly path: readonly Segment[]
}

/**
 * A value and where it comes from. What a query makes, an object or a list, has its parts traced one by
 * one; what it finds has an origin, and its parts follow from that.
 */
export interface Traced {
  readonly value: Value
  readonly origin?: Origin
  readonly fields?: ReadonlyMap<string, Traced>
  readonly items?: readonly Traced[]
  /** Whether the query itself says the value. */
  readonly literal?: true
}

export const NOTHING: Traced = {value: null}

/** Attributes that the evaluation adds to documents. */
const ADDED = new Set(['_score', '_originalId'])

const textOf = (name: string): ((value: Value) => string | undefined) => {
  const read = attributeReader(name)
  return (value) => {
    const text = read(value)
    return typeof text === 'string' ? text : undefined
  }
}
const idOf = textOf('_id')
const originalIdOf = textOf('_originalId')
const typeOf = textOf('_type')
const keyOf = textOf('_key')

/** A document of a view, or a scored copy of one. */
export function tracedDocument(value: Value, view: View): Traced {
  if (!isObject(value)) return {value}
  const id = originalIdOf(value) ?? view.originalIdOf(value) ?? idOf(value)
  const type = typeOf(value)
  return id === undefined || type === undefined ? {value} : {value, origin: {id, type, path: []}}
}

/** An attribute of a traced value; `read` reads it from the bare one. */
export function tracedAttribute(
  {value, origin, fields}: Traced,
  name: string,
  read: (value: Value) => Value,
): Traced {
  if (fields !== undefined) return fields.get(name) ?? NOTHING
  const inner = read(value)
  return origin === undefined || ADDED.has(name)
    ? {value: inner}
    : {value: inner, origin: within(origin, name)}
}

/** The items of a traced list; undefined when it is none. */
export function tracedItems({value, origin, items}: Traced): readonly Traced[] | undefined {
  if (items !== undefined) return items
  if (!Array.isArray(value)) return undefined
  if (origin === undefined) return value.map((item) => ({value: item}))
  return value.map((item, index) => ({value: item, origin: within(origin, {index, key: keyOf(item)})}))
}

/** The attributes of a traced object, by name. */
export function tracedFields(traced: Traced & {value: ValueObject}): ReadonlyMap<string, Traced> {
  return (
    traced.fields ??
    new Map(
      Object.keys(traced.value).map((name) => [name, tracedAttribute(traced, name, attributeReader(name))]),
    )
  )
}

/** A list that the query made of traced items. */
export const tracedList = (items: readonly Traced[]): Traced => ({
  value: items.map(({value}) => value),
  items,
})

const within = ({id, type, path}: Origin, segment: Segment): Origin => ({id, type, path: [...path, segment]})
