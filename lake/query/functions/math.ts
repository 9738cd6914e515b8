import {type Value, finite} from '../value/value.ts'
import {type FunctionTable, unary} from './table.ts'

/** An aggregate over the numbers of an array: nulls are skipped, anything else makes it null. */
const aggregate =
  (compute: (numbers: readonly number[]) => number | null) =>
  (items: Value): Value => {
    const numbers = numbersOf(items)
    return numbers === null ? null : compute(numbers)
  }

function numbersOf(items: Value): number[] | null {
  if (!Array.isArray(items)) return null
  const numbers: number[] = []
  for (const item of items) {
    if (typeof item === 'number') numbers.push(item)
    else if (item !== null) return null
  }
  return numbers
}

const sum = (numbers: readonly number[]): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

const extreme = (numbers: readonly number[], better: (a: number, b: number) => boolean): number | null => {
  let best: number | null = null
  for (const number of numbers) if (best === null || better(number, best)) best = number
  return best
}

/** The aggregates of `math::`. */
export const AGGREGATES: Readonly<Record<string, (items: Value) => Value>> = {
  sum: aggregate((numbers) => finite(sum(numbers))),
  avg: aggregate((numbers) => (numbers.length === 0 ? null : finite(sum(numbers) / numbers.length))),
  min: aggregate((numbers) => extreme(numbers, (a, b) => a < b)),
  max: aggregate((numbers) => extreme(numbers, (a, b) => a > b)),
}

export const math: FunctionTable = Object.fromEntries(
  Object.entries(AGGREGATES).map(([name, compute]) => [name, unary(compute)]),
)
