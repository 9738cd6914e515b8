import {wordsOfBlock} from '../../schemas/values/table.ts'
import {isObject} from './merge/same.ts'
import type {Json, JsonObject, SourcePlace} from './model.ts'

/** A place in a source, as a person finds it. */
export function placeOf({file, locator}: SourcePlace): string {
  return locator ? `${file}, ${locator}` : file
}

/**
 * A value as a person says it: words with their language, amounts with their currency, dates as they are;
 * running text on a line for each paragraph and row of a table.
 */
export function plain(value: Json | undefined): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(plain).join(value.every(isRunningText) ? '\n' : ' · ')
  if (!isObject(value)) return String(value)
  return plainObject(value)
}

/** A value in one line of at most so many characters. */
export function brief(value: Json | undefined, width: number): string {
  const text = plain(value)
    .replaceAll(/\s*\n\s*/g, ' · ')
    .replaceAll(/\s+/g, ' ')
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}

const isRunningText = (value: Json): boolean =>
  isObject(value) && (value['_type'] === 'block' || value['_type'] === 'table')

function plainObject(value: JsonObject): string {
  if (typeof value['language'] === 'string') return `${value['language']}: ${plain(value['value'])}`
  switch (value['_type']) {
    case 'money':
      return `${plain(value['currency'])} ${figure(Number(value['amount']))}`
    case 'partialDate':
      return plain(value['value'])
    case 'reference':
      return `→ ${plain(value['_ref'])}`
    case 'slug':
      return plain(value['current'])
    case 'source':
      return plain(value['url'])
    case 'block':
      return `${value['listItem'] === undefined ? '' : '• '}${wordsOfBlock(value)}`
    case 'table':
      return wordsOfBlock(value)
    case 'article':
      return [`${plain(value['number'])}. ${plain(value['title'] ?? '')}`, plain(value['text'] ?? '')].join(
        '\n',
      )
    default:
      return Object.entries(value)
        .filter(([name]) => !name.startsWith('_'))
        .map(([name, inner]) => `${name} ${plain(inner)}`)
        .join(', ')
  }
}

/** A number in English, with cents when there are any. */
const figure = (amount: number): string =>
  new Intl.NumberFormat('en-GB', Number.isInteger(amount) ? {} : {minimumFractionDigits: 2}).format(amount)
