import type {Budget} from '../compile/run.ts'
import {DateTime} from '../value/dateTime.ts'
import {isObject} from '../value/value.ts'
import {type Origin, type Segment, type Traced, tracedFields, tracedItems} from './traced.ts'

/** How places in lists are named: by their index, or by the `_key` of what is there. */
export type SourceMapMode = 'index' | 'key'

/** Where a value of a result comes from. */
export type SourceMapping =
  | {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}
  | {type: 'value'; source: {type: 'literal' | 'unknown'}}

/**
 * A content source map: where each value of a result stands in the content. Results and documents are
 * addressed by normalised JSONPath.
 *
 * @see https://github.com/sanity-io/content-source-maps
 */
export interface ContentSourceMap {
  documents: {_id: string; _type: string}[]
  paths: string[]
  mappings: Record<string, SourceMapping>
}

/** Makes the source map of a traced result. Nulls have no source: nothing stands there. */
export function sourceMapOf(result: Traced, mode: SourceMapMode, budget: Budget): ContentSourceMap {
  const documents = new Numbered<{_id: string; _type: string}>()
  const paths = new Numbered<string>()
  const mappings: Record<string, SourceMapping> = {}

  const documentValue = ({id, type, path}: Origin): SourceMapping => ({
    type: 'value',
    source: {
      type: 'documentValue',
      document: documents.numberOf(id, {_id: id, _type: type}),
      path: numberOfPath(`$${path.map((segment) => pathStep(segment, mode)).join('')}`),
    },
  })
  const numberOfPath = (path: string): number => paths.numberOf(path, path)

  const visit = (traced: Traced, at: string): void => {
    budget.value()
    const {value, origin, fields, items, literal} = traced
    if (value === null) return
    const isList = Array.isArray(value) && (items !== undefined || origin !== undefined)
    if (isList) {
      for (const [index, item] of (tracedItems(traced) ?? []).entries()) visit(item, `${at}[${index}]`)
    } else if (isObject(value) && (fields !== undefined || origin !== undefined)) {
      for (const [name, field] of tracedFields({...traced, value})) visit(field, `${at}${nameStep(name)}`)
    } else if (origin !== undefined && !(value instanceof DateTime)) {
      mappings[at] = documentValue(origin)
    } else {
      mappings[at] = {type: 'value', source: {type: literal ? 'literal' : 'unknown'}}
    }
  }
  visit(result, '$')
  return {documents: documents.all, paths: paths.all, mappings}
}

/** Things by their number, each once. */
class Numbered<Item> {
  readonly all: Item[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(key: string, item: Item): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(item) - 1
  }
}

function pathStep(segment: Segment, mode: SourceMapMode): string {
  if (typeof segment === 'string') return nameStep(segment)
  const {index, key} = segment
  return mode === 'key' && key !== undefined && key !== '' ? `[?(@._key=='${escaped(key)}')]` : `[${index}]`
}

const nameStep = (name: string): string => `['${escaped(name)}']`

const ESCAPES: Readonly<Record<string, string>> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

const escaped = (text: string): string =>
  text.replaceAll(/[\f\n\r\t'\\]/g, (character) => ESCAPES[character] ?? character)
