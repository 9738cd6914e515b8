const SPECIAL = /[.*+?^${}()|[\]\\]/g

function expression(pattern: string): RegExp {
  const parts = pattern.split('.').map((part) => {
    if (part === '*') return '[^.]+'
    if (part === '**') return '.*'
    return part.replace(SPECIAL, '\\$&')
  })
  // The dots between the parts are unescaped, as in groq-js: ids hold no other separator.
  return new RegExp(`^${parts.join('.')}$`)
}

/** The value of `path("drafts.**")`: a pattern over ids. Its text is private, as a datetime's time. */
export class PathPattern {
  readonly #text: string
  readonly #expression: RegExp

  constructor(text: string) {
    this.#text = text
    this.#expression = expression(text)
  }

  static matches(pattern: PathPattern, id: string): boolean {
    return pattern.#expression.test(id)
  }

  /** The letters that every matching id starts with. */
  static literalPrefix(pattern: PathPattern): string {
    const parts = pattern.#text.split('.')
    const star = parts.findIndex((part) => part === '*' || part === '**')
    return star === -1 ? pattern.#text : parts.slice(0, star).join('.')
  }

  toString(): string {
    return this.#text
  }
}
