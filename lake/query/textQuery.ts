import type {Json} from '../model/document.ts'

/** One demand of a text query: a word, a prefix or a phrase, wanted or unwanted. */
interface Term {
  words: string[]
  prefix: boolean
  negated: boolean
}

export interface TextQuery {
  /** `*` alone, or nothing: every document matches. */
  matchesAll: boolean
  terms: Term[]
}

const TERM = /(-?)(?:"([^"]*)"?|(\S+))/g
const WORD = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g

/** The words of a text, folded for comparison. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []

/** Reads the language of `text::query()`: words, `"phrases"`, `prefix*`, `-not`. */
export function parseTextQuery(text: string): TextQuery {
  const terms: Term[] = []
  for (const [, minus, phrase, word] of text.matchAll(TERM)) {
    const words = wordsOf(phrase ?? word ?? '')
    if (words.length === 0) continue
    terms.push({words, prefix: word?.endsWith('*') ?? false, negated: minus === '-'})
  }
  return {matchesAll: terms.length === 0, terms}
}

/** All words in a value at any depth, except in attributes that the lake itself writes. */
export function collectWords(value: Json, into: string[]): void {
  if (typeof value === 'string') into.push(...wordsOf(value))
  else if (Array.isArray(value)) for (const item of value) collectWords(item, into)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (!name.startsWith('_')) collectWords(item, into)
    }
  }
}

/** Whether a text, given as its words in order, satisfies the query. */
export function matchesTextQuery(query: TextQuery, words: readonly string[]): boolean {
  return query.terms.every((term) => holdsTerm(term, words) !== term.negated)
}

function holdsTerm({words, prefix}: Term, text: readonly string[]): boolean {
  const last = words.length - 1
  return text.some((_, at) =>
    words.every((word, i) =>
      prefix && i === last ? (text[at + i]?.startsWith(word) ?? false) : text[at + i] === word,
    ),
  )
}
