import {isSeparator, readable, textsOf, tokenize} from './tokens.ts'
import type {Value} from './value.ts'

const TERM = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g
const MAX_TERM_LENGTH = 1024

/** One word of a pattern; `*` in it stands for any letters. */
export interface PatternTerm {
  /** The word up to its first `*`, folded. */
  readonly prefix: string
  /** Whether the word has no `*`. */
  readonly whole: boolean
  /** What follows the first `*` must match too; absent when nothing follows. */
  readonly expression?: RegExp
}

/** A word, or with `open` the start of one. */
export const wordTerm = (word: string, open = false): PatternTerm => ({prefix: word, whole: !open})

function termOf(word: string): PatternTerm {
  const star = word.indexOf('*')
  if (star === -1) return wordTerm(word)
  const prefix = word.slice(0, star)
  if (star === word.length - 1 && prefix !== '') return wordTerm(prefix, true)
  const escaped = word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return {prefix, whole: false, expression: new RegExp(`^${escaped}$`)}
}

/** Whether a word satisfies a term. */
export function matchesTerm(token: string, {prefix, whole, expression}: PatternTerm): boolean {
  if (whole) return token === prefix
  return expression === undefined ? token.startsWith(prefix) : expression.test(token)
}

/** The terms of a pattern value, or undefined when it is not made of strings alone. */
export function termsOf(value: Value): PatternTerm[] | undefined {
  const texts = textsOf(value)
  const isText = typeof value === 'string' || (Array.isArray(value) && value.length === texts.length)
  if (!isText) return undefined
  return texts.flatMap((text) =>
    (readable(text).match(TERM) ?? []).map((word) => termOf(word.slice(0, MAX_TERM_LENGTH))),
  )
}

/** Whether every term is met by some word of the texts. Without terms nothing matches. */
export function matchesTerms(texts: readonly string[], terms: readonly PatternTerm[]): boolean {
  if (terms.length === 0) return false
  const readables = texts.map(readable)
  return terms.every((term) => readables.some((text) => frequencyOf(text, term) > 0))
}

/** The score of a `match`: each term adds its saturated frequency. */
export function matchScore(texts: readonly string[], terms: readonly PatternTerm[]): number {
  const readables = texts.map(readable)
  let score = 0
  for (const term of terms) {
    let frequency = 0
    for (const text of readables) frequency += frequencyOf(text, term)
    score += (frequency * 2.2) / (frequency + 1.2)
  }
  return score
}

/** How often a term is met in a readable text. Searches for it, which is faster than to cut words. */
function frequencyOf(text: string, term: PatternTerm): number {
  const {prefix, whole, expression} = term
  if (expression !== undefined) return tokenize(text).filter((token) => expression.test(token)).length
  let count = 0
  for (let at = text.indexOf(prefix); at !== -1; at = text.indexOf(prefix, at + 1)) {
    if (at > 0 && !isSeparator(text, at - 1)) continue
    const end = at + prefix.length
    if (!whole || end === text.length || isSeparator(text, end)) count++
  }
  return count
}
