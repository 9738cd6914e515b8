import {DateTime} from './dateTime.ts'
import {Geometry} from './geometry.ts'
import {PathPattern} from './pathPattern.ts'
import {TextQuery} from './textQuery.ts'

/** What an expression can evaluate to. A missing attribute is `null`; there is no `undefined`. */
export type Value =
  | null
  | boolean
  | number
  | string
  | DateTime
  | PathPattern
  | Geometry
  | TextQuery
  | Value[]
  | ValueObject

export interface ValueObject {
  [name: string]: Value
}

/** Whether a value is a GROQ object, and not an array or one of our own classes. */
export function isObject(value: Value | undefined): value is ValueObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof DateTime) &&
    !(value instanceof PathPattern) &&
    !(value instanceof Geometry) &&
    !(value instanceof TextQuery)
  )
}

/** GROQ numbers are finite; everything else is null. */
export const finite = (number: number): number | null => (Number.isFinite(number) ? number : null)

/**
 * Reads an own attribute. Names that every JavaScript object inherits, such as `constructor`, need
 * the check; for all others a plain read is the same and much faster.
 */
export function attributeReader(name: string): (value: Value) => Value {
  if (name in Object.prototype) {
    return (value) => (isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null)
  }
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? ((value as ValueObject)[name] ?? null)
      : null
}

/** Sets an attribute as an own one, `__proto__` included. */
export function setAttribute(object: ValueObject, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else object[name] = value
}

/** Copies all attributes of one object to another. */
export function assignAttributes(target: ValueObject, source: ValueObject): void {
  if (Object.hasOwn(source, '__proto__')) {
    for (const [name, value] of Object.entries(source)) setAttribute(target, name, value)
  } else Object.assign(target, source)
}
