import {type Value, isObject} from './value.ts'

const SEPARATORS = '!@#$%^&(),\\\\/?";:{}|[\\]+<>\\s-'
const TOKEN = new RegExp(`[^*${SEPARATORS}]+`, 'g')
const TERM = new RegExp(`[^${SEPARATORS}]+`, 'g')
const EDGE_DOTS = /\b\.+|\.+\b/g
const MAX_TERM_LENGTH = 1024
const ASCII = /^\p{ASCII}*$/u

/** Folds case as a case-insensitive regular expression does: letter by letter. */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldLetter(text.charAt(i))
  return folded
}

function foldLetter(letter: string): string {
  if (letter <= '\u007f') return letter.toLowerCase()
  const upper = letter.toUpperCase()
  return upper.length === 1 && upper > '\u007f' ? upper : letter
}

/** The words of a text, folded. */
export const tokenize = (text: string): string[] => foldCase(text.replace(EDGE_DOTS, '')).match(TOKEN) ?? []

/** One word of a pattern; `*` in it stands for any letters. */
export interface PatternTerm {
  /** The folded word up to its first `*`. */
  prefix: string
  /** Whether the word has no `*`. */
  whole: boolean
  matches(token: string): boolean
}

/** The words of a pattern such as `"decent wor*"`. */
export function patternTerms(pattern: string): PatternTerm[] {
  const words = foldCase(pattern.replace(EDGE_DOTS, '')).match(TERM) ?? []
  return words.map((word) => termOf(word.slice(0, MAX_TERM_LENGTH)))
}

function termOf(word: string): PatternTerm {
  const star = word.indexOf('*')
  if (star === -1) return {prefix: word, whole: true, matches: (token) => token === word}
  const prefix = word.slice(0, star)
  if (star === word.length - 1) {
    return {prefix, whole: false, matches: (token) => token.startsWith(prefix)}
  }
  const escaped = word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const expression = new RegExp(`^${escaped}$`)
  return {prefix, whole: false, matches: (token) => expression.test(token)}
}

/** All words of a string or of an array of strings; other items have none. */
export function tokensOf(value: Value): string[] {
  if (typeof value === 'string') return tokenize(value)
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => (typeof item === 'string' ? tokenize(item) : []))
}

/** The terms of a pattern value, or undefined when it is not made of strings alone. */
export function termsOf(value: Value): PatternTerm[] | undefined {
  if (typeof value === 'string') return patternTerms(value)
  if (!Array.isArray(value)) return undefined
  const terms: PatternTerm[] = []
  for (const item of value) {
    if (typeof item !== 'string') return undefined
    terms.push(...patternTerms(item))
  }
  return terms
}

/** Whether every term is met by some token. Without tokens or without terms nothing matches. */
export function matchesTerms(tokens: readonly string[], terms: readonly PatternTerm[]): boolean {
  if (tokens.length === 0 || terms.length === 0) return false
  return terms.every((term) => tokens.some((token) => term.matches(token)))
}

/** The score of a `match`: each term adds its saturated frequency. */
export function matchScore(tokens: readonly string[], terms: readonly PatternTerm[]): number {
  let score = 0
  for (const term of terms) {
    let frequency = 0
    for (const token of tokens) if (term.matches(token)) frequency++
    score += saturate(frequency)
  }
  return score
}

/** How much a term's frequency counts, as groq-js has it. */
export const saturate = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)

/** All words in a value at any depth, except in attributes that the lake itself writes. */
export function allTokens(value: Value, into: string[] = []): string[] {
  if (typeof value === 'string') into.push(...tokenize(value))
  else if (Array.isArray(value)) for (const item of value) allTokens(item, into)
  else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (!name.startsWith('_')) allTokens(value[name] ?? null, into)
    }
  }
  return into
}
