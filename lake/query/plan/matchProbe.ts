import type {ExprNode} from 'groq-js'
import {allTokenKeys, tokenKeys} from '../indexes/documentKeys.ts'
import type {KeyIndex} from '../indexes/keyIndex.ts'
import {type PatternTerm, matchesTerm, termsOf} from '../value/match.ts'
import {TextQuery} from '../value/textQuery.ts'
import {type CompileForDocument, documentExpression, sourceOf} from './expressions.ts'
import {expressionIndex} from './indexUse.ts'
import {type Found, NOTHING_FOUND, type Probe, RANK, intersectionOf, unionOf} from './probe.ts'

/** `text match pattern` and `[@, _id] match text::query(…)` through the words of the text. */
export function matchProbe(
  left: ExprNode,
  right: ExprNode,
  compile: CompileForDocument,
  combine: Combine = allOf,
): Probe | undefined {
  const source = sourceOf(right)
  const expression = source && documentExpression(left, compile)
  if (source === undefined || expression === undefined) return undefined
  const words = expressionIndex('words', expression, tokenKeys)
  const allWords = expressionIndex('all words', expression, allTokenKeys)
  return {
    words: `words of ${expression.words}`,
    rank: RANK.words,
    find(run, values) {
      const pattern = source(values)
      if (pattern instanceof TextQuery) {
        const terms = TextQuery.wantedWords(pattern)
        if (terms.length === 0) return undefined
        const found = withTerms(allWords(run, values), terms, combine)
        return found && {...found, exact: found.exact && TextQuery.isPlain(pattern)}
      }
      const terms = termsOf(pattern)
      if (terms === undefined || terms.length === 0) return NOTHING_FOUND
      return withTerms(words(run, values), terms, combine)
    },
  }
}

/** Which of the documents of several terms are wanted. */
export type Combine = (sets: readonly Found[], hasAnything: boolean) => Found | undefined

/** The documents that have all of the terms; a term that everything has does not matter. */
const allOf: Combine = (sets) =>
  sets.length === 0
    ? undefined
    : {
        count: Math.min(...sets.map(({count}) => count)),
        slots: () => intersectionOf(sets.map((set) => set.slots())),
        exact: true,
      }

/** The documents that have any of the terms: those that `score()` counts. */
export const anyOf: Combine = (sets, hasAnything) =>
  hasAnything
    ? undefined
    : {
        count: sets.reduce((sum, {count}) => sum + count, 0),
        slots: () => unionOf(sets.map((set) => set.slots())),
        exact: false,
      }

function withTerms(
  index: KeyIndex | undefined,
  terms: readonly PatternTerm[],
  combine: Combine,
): Found | undefined {
  if (index === undefined) return undefined
  const isAnything = (term: PatternTerm): boolean => term.prefix === '' && matchesTerm('', term)
  const limiting = terms.filter((term) => !isAnything(term))
  return combine(
    limiting.map((term) => withTerm(index, term)),
    limiting.length < terms.length,
  )
}

function withTerm(index: KeyIndex, term: PatternTerm): Found {
  const tokens = tokensFor(index, term)
  let count = 0
  for (const token of tokens) count += index.count(token)
  return {count, slots: () => unionOf(tokens.map((token) => index.get(token))), exact: true}
}

function tokensFor(index: KeyIndex, term: PatternTerm): string[] {
  if (term.whole) return [term.prefix]
  const tokens = index.withPrefix(term.prefix)
  return term.expression === undefined ? tokens : tokens.filter((token) => matchesTerm(token, term))
}
