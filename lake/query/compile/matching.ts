import type {ExprNode} from 'groq-js'
import {type PatternTerm, matchScore, matchesTerms, termsOf} from '../value/match.ts'
import {TextQuery, matchesTextQuery} from '../value/textQuery.ts'
import {allTextsOf, textsOf, tokenize} from '../value/tokens.ts'
import type {Value} from '../value/value.ts'
import type {Env} from './env.ts'
import type {Evaluate, Scope} from './scope.ts'

type MatchNode = Extract<ExprNode, {type: 'OpCall'}>

/** Keeps the last pattern read: it is the same for all documents of a scan. */
function termReader(): (pattern: Value) => PatternTerm[] | undefined {
  let last: Value | undefined
  let terms: PatternTerm[] | undefined
  return (pattern) => {
    if (pattern !== last || typeof pattern === 'object') {
      last = pattern
      terms = termsOf(pattern)
    }
    return terms
  }
}

/** `text match pattern`, and `[@, _id] match text::query(…)`. */
export function compileMatch({left, right}: MatchNode, env: Env): Evaluate {
  const text = env.compile(left)
  const pattern = env.compile(right)
  const read = termReader()
  return (scope) => {
    const wanted = pattern(scope)
    if (wanted instanceof TextQuery) return holdsTextQuery(text(scope), wanted)
    const terms = read(wanted)
    return terms !== undefined && matchesTerms(textsOf(text(scope)), terms)
  }
}

/** The documents and texts that are asked count with all their words, documents at any depth. */
function holdsTextQuery(text: Value, query: TextQuery): boolean {
  if (TextQuery.termsOf(query).length === 0) return true
  return matchesTextQuery(query, allTextsOf(text).flatMap(tokenize))
}

/** How well a `match` holds, for `score()`. */
export function compileMatchScore({left, right}: MatchNode, env: Env): (scope: Scope) => number {
  const text = env.compile(left)
  const pattern = env.compile(right)
  const read = termReader()
  return (scope) => {
    const wanted = pattern(scope)
    if (wanted instanceof TextQuery) return textScore(text(scope), wanted)
    const terms = read(wanted)
    return terms === undefined ? 0 : matchScore(textsOf(text(scope)), terms)
  }
}

function textScore(text: Value, query: TextQuery): number {
  if (!holdsTextQuery(text, query)) return 0
  const words = TextQuery.wantedWords(query)
  return words.length === 0 ? 1 : matchScore(allTextsOf(text), words)
}
