import {DateTime} from '../value/dateTime.ts'
import {PathPattern} from '../value/pathPattern.ts'
import {type Value, isObject} from '../value/value.ts'
import {lower, upper} from './string.ts'
import {type FunctionTable, nullary, unary} from './table.ts'

export const global: FunctionTable = {
  lower,
  upper,
  coalesce: (args, env) => {
    const choices = args.map((argument) => env.compile(argument))
    return (scope) => {
      for (const choice of choices) {
        const value = choice(scope)
        if (value !== null) return value
      }
      return null
    }
  },
  count: unary((value) => (Array.isArray(value) ? value.length : null)),
  dateTime: unary((value) => {
    if (value instanceof DateTime) return value
    return typeof value === 'string' ? DateTime.parse(value) : null
  }),
  defined: unary((value) => value !== null),
  identity: nullary(({run}) => run.identity),
  length: unary((value) => {
    if (typeof value === 'string') return letterCount(value)
    return Array.isArray(value) ? value.length : null
  }),
  now: nullary(({run}) => run.now.toISOString()),
  path: unary((value) => (typeof value === 'string' ? new PathPattern(value) : null)),
  references: (args, env) => {
    const targets = args.map((argument) => env.compile(argument))
    return (scope) => {
      const ids = referenceTargets(targets.map((target) => target(scope)))
      return ids.size > 0 && hasReference(scope.value, ids)
    }
  },
  round: (args, env) => {
    const [number, digits] = args.map((argument) => env.compile(argument))
    return (scope) => round(number?.(scope) ?? null, digits === undefined ? 0 : digits(scope))
  },
  string: unary((value) => {
    if (typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return value instanceof DateTime ? value.toString() : null
  }),
}

/** The ids that `references()` asks for: strings, and strings in arrays. */
export function referenceTargets(values: readonly Value[]): Set<string> {
  const ids = new Set<string>()
  for (const value of values) {
    if (typeof value === 'string') ids.add(value)
    else if (Array.isArray(value)) for (const id of value) if (typeof id === 'string') ids.add(id)
  }
  return ids
}

/**
 * Whether a value holds a reference to one of the ids, at any depth. What the lake itself notes in
 * `_system` is none: by its group every document would refer to itself.
 */
function hasReference(value: Value, ids: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => hasReference(item, ids))
  if (!isObject(value)) return false
  const reference = Object.hasOwn(value, '_ref') ? value['_ref'] : undefined
  if (reference) return typeof reference === 'string' && ids.has(reference)
  return Object.keys(value).some((name) => name !== '_system' && hasReference(value[name] ?? null, ids))
}

/** Letters, not UTF-16 units. */
function letterCount(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff) count++
  }
  return count
}

function round(number: Value, digits: Value): Value {
  if (typeof number !== 'number') return null
  if (typeof digits !== 'number' || digits < 0 || !Number.isInteger(digits)) return null
  if (digits > 0) return Number(number.toFixed(Math.min(digits, 100)))
  return number < 0 ? -Math.round(-number) : Math.round(number)
}
