/** One demand of a text query: a word, a prefix or a phrase, wanted or unwanted. */
export interface TextTerm {
  words: string[]
  prefix: boolean
  negated: boolean
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
}

const TERM = /(-?)(?:"([^"]*)"?|(\S+))/g

/** Reads the language of `text::query()`: words, `"phrases"`, `prefix*`, `-not`; `*` is everything. */
export function parseTextQuery(text: string, tokenize: (text: string) => string[]): TextQuery {
  const terms: TextTerm[] = []
  for (const [, minus, phrase, word] of text.matchAll(TERM)) {
    const words = tokenize(phrase ?? word ?? '')
    if (words.length === 0) continue
    terms.push({words, prefix: word?.endsWith('*') ?? false, negated: minus === '-'})
  }
  return new TextQuery(terms)
}

/** Whether a text, given as its words in order, satisfies the query. */
export function matchesTextQuery(query: TextQuery, words: readonly string[]): boolean {
  return TextQuery.termsOf(query).every((term) => holdsTerm(term, words) !== term.negated)
}

function holdsTerm({words, prefix}: TextTerm, text: readonly string[]): boolean {
  const last = words.length - 1
  return text.some((_, at) =>
    words.every((word, i) =>
      prefix && i === last ? (text[at + i]?.startsWith(word) ?? false) : text[at + i] === word,
    ),
  )
}
