import type {Json} from '../model.ts'
import {canonicalUrl} from '../parse/webAddress.ts'
import {isObject} from './same.ts'

/**
 * What makes an array item the same item on both sides, whatever its `_key`: its language, what it refers
 * to (with the role), its code or address, else its key. Blocks and tables of running text have no identity
 * of their own: the text is one value.
 */
export function identityOf(item: Json): string | undefined {
  if (typeof item === 'string') return canonicalUrl(item) ?? item
  if (!isObject(item) || item['_type'] === 'block' || item['_type'] === 'table') return undefined
  if (typeof item['language'] === 'string') return item['language']
  if (typeof item['scheme'] === 'string') return `${item['scheme']}:${text(item['value'])}`
  if (typeof item['url'] === 'string') return canonicalUrl(item['url']) ?? item['url']
  const references = ['place', 'organisation', 'funder', 'beneficiary', 'party']
    .map((name) => item[name])
    .concat(item)
    .flatMap((value) => (isObject(value) && typeof value['_ref'] === 'string' ? [value['_ref']] : []))
  if (references.length > 0) return [...references, text(item['role'])].join('/')
  return typeof item['_key'] === 'string' ? item['_key'] : undefined
}

/** Whether a value is an array whose items can be told apart. */
export function isIdentified(value: Json | undefined): value is Json[] {
  return Array.isArray(value) && value.every((item) => identityOf(item) !== undefined)
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
