import {wordTerm} from './match.ts'
import {TextQuery, type TextTerm} from './textQuery.ts'
import {tokenize} from './tokens.ts'

const TERM = /(-?)(?:"([^"]*)"?|(\S+))/g

/** Reads the language of `text::query()`: words, `"phrases"`, `prefix*`, `-not`; `*` is everything. */
export function parseTextQuery(text: string): TextQuery {
  const terms: TextTerm[] = []
  for (const [, minus, phrase, word] of text.matchAll(TERM)) {
    const tokens = tokenize(phrase ?? word ?? '')
    if (tokens.length === 0) continue
    const open = word?.endsWith('*') ?? false
    terms.push({
      words: tokens.map((token, i) => wordTerm(token, open && i === tokens.length - 1)),
      negated: minus === '-',
    })
  }
  return new TextQuery(terms)
}
