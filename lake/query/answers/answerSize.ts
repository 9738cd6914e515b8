import type {Json} from '../../model/document.ts'

/** Characters that take about as long to write as one value. */
const CHARACTERS_PER_VALUE = 32

/**
 * Whether an answer has more than `limit` values as it would be written: what is shared counts every
 * time, and long texts count as several. Stops counting there.
 */
export function isLargerThan(limit: number, result: Json): boolean {
  const waiting: Json[] = [result]
  for (let count = 0; count < limit; count++) {
    const value = waiting.pop()
    if (value === undefined) return false
    if (typeof value === 'string') count += Math.floor(value.length / CHARACTERS_PER_VALUE)
    else if (Array.isArray(value)) for (const item of value) waiting.push(item)
    else if (typeof value === 'object' && value !== null) {
      for (const name in value) waiting.push(value[name] ?? null)
    }
  }
  return waiting.length > 0
}
