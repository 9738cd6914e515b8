import type {ExprNode} from 'groq-js'
import {allTokenKeys, tokenKeys} from '../indexes/documentKeys.ts'
import {type KeyIndex, union} from '../indexes/keyIndex.ts'
import {type PatternTerm, termsOf} from '../value/match.ts'
import {TextQuery} from '../value/textQuery.ts'
import {type CompileForDocument, documentExpression, sourceOf} from './expressions.ts'
import {type Found, NOTHING_FOUND, type Probe, RANK} from './probe.ts'

/** `text match pattern` and `[@, _id] match text::query(…)` through the words of the text. */
export function matchProbe(left: ExprNode, right: ExprNode, compile: CompileForDocument): Probe | undefined {
  const expression = documentExpression(left, compile)
  const source = sourceOf(right)
  if (expression === undefined || source === undefined) return undefined
  const words = tokenKeys(expression.valueOf)
  const allWords = allTokenKeys(expression.valueOf)
  return {
    words: `words of ${expression.words}`,
    rank: RANK.words,
    find(view, values) {
      const pattern = source(values)
      if (pattern instanceof TextQuery) {
        const terms = wantedTerms(pattern)
        return terms.length === 0
          ? undefined
          : rarest(view.indexes.keys(`text ${expression.key}`, allWords), terms)
      }
      const terms = termsOf(pattern)
      if (terms === undefined || terms.length === 0) return NOTHING_FOUND
      return rarest(view.indexes.keys(`words ${expression.key}`, words), terms)
    },
  }
}

function wantedTerms(query: TextQuery): PatternTerm[] {
  return TextQuery.termsOf(query)
    .filter(({negated}) => !negated)
    .flatMap(({words, prefix}) =>
      words.map((word, i) => {
        const whole = !(prefix && i === words.length - 1)
        return {prefix: word, whole, matches: (token: string) => whole || token.startsWith(word)}
      }),
    )
}

/** The documents that have the rarest of the terms: a few more than those that match. */
function rarest(index: KeyIndex, terms: readonly PatternTerm[]): Found | undefined {
  let best: Found | undefined
  for (const term of terms) {
    if (!term.whole && term.prefix === '') continue
    const tokens = term.whole
      ? [term.prefix]
      : index.withPrefix(term.prefix).filter((token) => term.matches(token))
    let count = 0
    for (const token of tokens) count += index.count(token)
    if (best !== undefined && count >= best.count) continue
    best = {count, slots: () => union(tokens.map((token) => index.get(token))), exact: false}
  }
  return best
}
