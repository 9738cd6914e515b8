import type {Json} from '../model/document.ts'
import type {Budget} from './compile/run.ts'
import type {View} from './perspective/view.ts'
import type {OutputNeeds} from './plan/output.ts'
import {DateTime} from './value/dateTime.ts'
import {Geometry} from './value/geometry.ts'
import {PathPattern} from './value/pathPattern.ts'
import {TextQuery} from './value/textQuery.ts'
import {type Value, type ValueObject, setAttribute} from './value/value.ts'

/** A value as it leaves in an answer. It is the very value where there is nothing to change. */
export function toJson(value: Value, needs: OutputNeeds, view: View, budget: Budget): Json {
  const isReady = !needs.own && !(needs.documents && view.showsOriginalId)
  return (isReady ? value : convert(value, view, budget)) as Json
}

function convert(value: Value, view: View, budget: Budget): Value {
  budget.value()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof DateTime || value instanceof PathPattern) return value.toString()
  if (value instanceof Geometry) return Geometry.toJson(value) as ValueObject
  if (value instanceof TextQuery) return null
  if (Array.isArray(value)) {
    const items = value.map((item) => convert(item, view, budget))
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  if (view.showsOriginalId) {
    const originalId = view.originalIdOf(value)
    if (originalId !== null) return {...value, _originalId: originalId}
  }
  return convertObject(value, view, budget)
}

function convertObject(value: ValueObject, view: View, budget: Budget): ValueObject {
  let changed: ValueObject | undefined
  for (const name of Object.keys(value)) {
    const before = value[name] ?? null
    const after = convert(before, view, budget)
    if (after === before) continue
    changed ??= {...value}
    setAttribute(changed, name, after)
  }
  return changed ?? value
}
