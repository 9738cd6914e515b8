import {extractWithPath} from '@sanity/mutator'
import type {Json, JsonObject} from '../../model/document.ts'

type Segment = string | number

const QUOTED = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/

/** The path with its quoted parts blanked out, so that what stays is syntax; the length is the same. */
const syntaxOf = (path: string): string =>
  path
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? '"'.repeat(part.length) : part))
    .join('')

const STEP = /[a-zA-Z_][a-zA-Z0-9_]*|\[[^[\]]+\]/.source
const PATH = new RegExp(`^(?:\\.\\.)?(?:${STEP})(?:(?:\\.\\.|\\.(?!\\[)|(?=\\[))(?:${STEP}))*$`)

/** Whether all of a text is a path. `@sanity/mutator` takes one that begins like a path for its beginning. */
export const isPath = (path: string): boolean => PATH.test(syntaxOf(path))

/** Whether a path descends to any depth. */
export const isRecursive = (path: string): boolean => syntaxOf(path).includes('..')

/** A step to several items at once that has more path behind it: `[*]`, `[1:3]` or `[0,2]`. */
const INNER_SELECTION = /\[([^[\]]*[*:,][^[\]]*)\](?=[.[])/

/**
 * The same path as paths that select several items in their last step at most. `@sanity/mutator`
 * applies what follows such a step once for every pair of items, and does not know `[*]`.
 */
export function expandSelections(path: string, document: JsonObject): string[] {
  const step = INNER_SELECTION.exec(syntaxOf(path))
  if (step === null) return [withKnownWildcard(path)]
  const before = path.slice(0, step.index)
  const selection = path.slice(step.index + 1, step.index + step[0].length - 1)
  const rest = path.slice(step.index + step[0].length)
  const heads = splitUnion(selection).flatMap((term) =>
    /[*:]/.test(syntaxOf(term)) ? selectedItems(before, term, document) : [`${before}[${term}]`],
  )
  return heads.flatMap((head) => expandSelections(head + rest, document))
}

/** The places that a path finds in the document, each once, in document order. */
export function concretePaths(path: string, document: JsonObject): string[] {
  const found = extractWithPath(withKnownWildcard(path), document)
    .filter(({value}) => value !== undefined)
    .map((match) => toPath(match.path))
  return [...new Set(found)]
}

/** The path without its last step in brackets, and that step; `undefined` when it does not end in one. */
export function splitLastItem(path: string): {list: string; item: string} | undefined {
  const start = /\[[^[\]]*\]$/.exec(syntaxOf(path))?.index
  if (start === undefined) return undefined
  return {list: path.slice(0, start), item: withKnownWildcard(path.slice(start))}
}

function selectedItems(list: string, selection: string, document: JsonObject): string[] {
  return extractWithPath(list, document).flatMap(({path, value}) => {
    if (!Array.isArray(value)) return []
    const {from, to} = bounds(selection, value)
    const at = toPath(path)
    return value.slice(from, to).map((_item, index) => `${at}[${from + index}]`)
  })
}

function bounds(selection: string, items: readonly Json[]): {from: number; to: number} {
  const [from = '', to = ''] = selection.trim() === '*' ? [] : selection.split(':')
  const place = (text: string, otherwise: number): number => {
    if (text.trim() === '') return otherwise
    const index = Number(text)
    return Math.max(index < 0 ? index + items.length : index, 0)
  }
  return {from: place(from, 0), to: place(to, items.length)}
}

function splitUnion(selection: string): string[] {
  const syntax = syntaxOf(selection)
  const terms: string[] = []
  let start = 0
  for (let index = 0; index <= syntax.length; index++) {
    if (index < syntax.length && syntax[index] !== ',') continue
    terms.push(selection.slice(start, index).trim())
    start = index + 1
  }
  return terms
}

const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_]*$/

function toPath(segments: readonly Segment[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`
    const isPlain = IDENTIFIER.test(segment) && segment !== 'true' && segment !== 'false'
    if (!isPlain) return `${path}['${segment.replaceAll(/[\\']/g, String.raw`\$&`)}']`
    return path === '' ? segment : `${path}.${segment}`
  }, '')
}

/** `@sanity/mutator` knows all items of an array as the range from the first one on. */
function withKnownWildcard(path: string): string {
  const syntax = syntaxOf(path)
  return syntax.endsWith('[*]') ? `${path.slice(0, -3)}[0:]` : path
}
