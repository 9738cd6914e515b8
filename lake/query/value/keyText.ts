import {DateTime} from './dateTime.ts'
import {Geometry} from './geometry.ts'
import {PathPattern} from './pathPattern.ts'
import {TextQuery} from './textQuery.ts'
import type {Value} from './value.ts'

/** A text that is the same for the same value and differs for any other. */
export function keyText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof DateTime) return `d${DateTime.timeOf(value)}`
  if (value instanceof PathPattern) return `p${JSON.stringify(value.toString())}`
  if (value instanceof Geometry) return `g${value.toString()}`
  if (value instanceof TextQuery) return `t${JSON.stringify(TextQuery.termsOf(value))}`
  if (Array.isArray(value)) return `[${value.map(keyText).join()}]`
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${keyText(field)}`)
  return `{${fields.join()}}`
}
