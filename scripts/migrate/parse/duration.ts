const NUMBERS: Record<string, number> = {
  één: 1,
  een: 1,
  one: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  five: 5,
}

const DURATION =
  /^(?<count>\d+(?:[.,]\d+)?|[a-zé]+)\s*(?<unit>maanden|maand|mnd\.?|months?|jaren|jaar|years?)$/i

/**
 * Reads a duration into whole months: `24 maanden`, `18 mnd`, `1,5 jaar`, `two years`.
 *
 * @returns undefined when it is not a whole number of months
 */
export function readDurationMonths(text: string): number | undefined {
  const parts = DURATION.exec(text.trim())?.groups
  if (!parts) return undefined
  const {count = '', unit = ''} = parts
  const number = NUMBERS[count.toLowerCase()] ?? Number(count.replace(',', '.'))
  const months = /^(jaar|jaren|year)/i.test(unit) ? number * 12 : number
  return Number.isInteger(months) && months > 0 ? months : undefined
}
