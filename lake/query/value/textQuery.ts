import type {PatternTerm} from './match.ts'

/** One demand of a text query: a word, a prefix or a phrase, wanted or unwanted. */
export interface TextTerm {
  readonly words: readonly PatternTerm[]
  readonly negated: boolean
}

/** The value of `text::query("decent wor* -draft")`, to be used on the right of `match`. */
export class TextQuery {
  readonly #terms: readonly TextTerm[]

  constructor(terms: readonly TextTerm[]) {
    this.#terms = terms
  }

  /** The demands; none means that everything matches. */
  static termsOf(query: TextQuery): readonly TextTerm[] {
    return query.#terms
  }

  /** Whether it asks for single words alone, so that their presence says all. */
  static isPlain(query: TextQuery): boolean {
    return query.#terms.every(({words, negated}) => words.length === 1 && !negated)
  }

  /** The words of all wanted terms. */
  static wantedWords(query: TextQuery): PatternTerm[] {
    return query.#terms.flatMap(({words, negated}) => (negated ? [] : words))
  }
}

/** Whether a text, given as its words in order, satisfies the query. */
export function matchesTextQuery(query: TextQuery, tokens: readonly string[]): boolean {
  return TextQuery.termsOf(query).every((term) => holdsTerm(term, tokens) !== term.negated)
}

function holdsTerm({words}: TextTerm, tokens: readonly string[]): boolean {
  return tokens.some((_, at) =>
    words.every(({prefix, whole}, i) =>
      whole ? tokens[at + i] === prefix : (tokens[at + i]?.startsWith(prefix) ?? false),
    ),
  )
}
