import {isObject} from '../merge/same.ts'
import type {Json, JsonObject, SourcePlace} from '../model.ts'

/** A place in a source, as a person finds it. */
export function placeOf({file, locator}: SourcePlace): string {
  return locator ? `${file}, ${locator}` : file
}

/** A value as a person says it: words with their language, amounts with their currency, dates as they are. */
export function plain(value: Json | undefined): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(plain).join(' · ')
  if (!isObject(value)) return String(value)
  return plainObject(value)
}

function plainObject(value: JsonObject): string {
  if (typeof value['language'] === 'string') return `${value['language']}: ${plain(value['value'])}`
  switch (value['_type']) {
    case 'money':
      return `${plain(value['currency'])} ${new Intl.NumberFormat('en-GB').format(Number(value['amount']))}`
    case 'partialDate':
      return plain(value['value'])
    case 'reference':
      return `→ ${plain(value['_ref'])}`
    case 'slug':
      return plain(value['current'])
    case 'source':
      return plain(value['url'])
    case 'block':
      return plain(value['children'])
    case 'span':
      return plain(value['text'])
    default:
      return Object.entries(value)
        .filter(([name]) => !name.startsWith('_'))
        .map(([name, inner]) => `${name} ${plain(inner)}`)
        .join(', ')
  }
}
