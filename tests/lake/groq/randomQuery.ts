import type {Json, JsonObject} from '../../../lake/model/document.ts'
import type {Random} from './random.ts'
import {DATES, TYPES, WORDS, randomId, randomText, randomValue} from './randomDocuments.ts'

export interface RandomQuery {
  query: string
  params: JsonObject
}

const ATTRIBUTES = [
  'title',
  'amount',
  'done',
  'date',
  'tags',
  'slug.current',
  'round._ref',
  'nested.x',
  'places[]._ref',
  'places[0]._ref',
  'nested.items[].x',
  '_id',
  '_type',
  '_updatedAt',
  'missing',
  'constructor',
  'length',
  'round',
  'places',
] as const
const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const

/** Makes queries from the grammar, deep enough to combine everything with everything. */
export class QueryMaker {
  readonly #random: Random
  readonly #params: JsonObject = {}

  /** Whether documents have their stored ids, which functions for versions ask for. */
  readonly #raw: boolean

  private constructor(random: Random, raw: boolean) {
    this.#random = random
    this.#raw = raw
  }

  static make(random: Random, raw: boolean): RandomQuery {
    const maker = new QueryMaker(random, raw)
    return {query: maker.#root(), params: maker.#params}
  }

  #root(): string {
    const random = this.#random
    switch (random.below(12)) {
      case 0:
        return `count(${this.#documents(2)})`
      case 1:
        return `math::${random.pick(['sum', 'avg', 'min', 'max'])}(${this.#documents(2)}.amount)`
      case 2:
        return `${this.#documents(2)}[${random.below(3)}]`
      case 3:
        return `${this.#documents(2)}[${random.below(3)}]${this.#projection(2)}`
      case 4:
        return `{"n": count(${this.#documents(1)}), "list": ${this.#documents(1)}._id}`
      case 5:
        return `${this.#documents(2)}${this.#projection(2)} | order(v ${this.#direction()})${this.#slice()}`
      case 6:
        return `${this.#documents(2)} | score(${this.#simpleCondition()}, boost(title match ${this.#pattern()}, 2))${random.chance(0.5) ? '[_score > 0]' : ''} | order(_score desc)${this.#slice()}{_id, _score}`
      case 7:
        return `!defined(${this.#documents(2)}[0]._id)`
      default:
        return `${this.#documents(2)}${this.#slice()}${random.chance(0.6) ? this.#projection(2) : '._id'}`
    }
  }

  /** Documents, filtered and perhaps ordered. */
  #documents(depth: number): string {
    const random = this.#random
    let text = '*'
    for (let i = 0; i < 1 + random.below(2); i++) text += `[${this.#condition(depth)}]`
    if (random.chance(0.5)) {
      const criteria = random.times(1 + random.below(2), () => `${this.#path()} ${this.#direction()}`)
      text += ` | order(${criteria.join(', ')})`
    }
    return text
  }

  #direction(): string {
    return this.#random.pick(['asc', 'desc', ''])
  }

  #slice(): string {
    const random = this.#random
    switch (random.below(5)) {
      case 0:
        return `[${random.below(3)}...${random.below(6)}]`
      case 1:
        return `[${random.below(3)}..${random.below(6)}]`
      case 2:
        return `[0...$${this.#param(random.below(5))}]`
      case 3:
        return random.chance(0.5) ? `[-3..-1]` : `[1..-2]`
      default:
        return ''
    }
  }

  #path(): string {
    return this.#random.pick(ATTRIBUTES)
  }

  #projection(depth: number): string {
    const random = this.#random
    const parts = ['_id', `"v": ${this.#value(depth)}`]
    if (random.chance(0.3)) parts.push(`"r": round->${random.pick(['title', '{_id, amount}', '_id'])}`)
    if (random.chance(0.2)) parts.push('"p": places[]->title')
    if (random.chance(0.2)) parts.push('...')
    if (random.chance(0.2)) parts.push(`${this.#condition(1)} => {"c": ${this.#path()}}`)
    if (depth > 0 && random.chance(0.3))
      parts.push(`"sub": ${this.#correlated(depth - 1)}${this.#slice()}._id`)
    if (depth > 0 && random.chance(0.3)) parts.push(`"n": count(${this.#correlated(depth - 1)})`)
    if (depth > 0 && random.chance(0.2)) parts.push(`"s": math::sum(${this.#correlated(depth - 1)}.amount)`)
    return `{${parts.join(', ')}}`
  }

  /** Documents that have to do with the one in scope. */
  #correlated(depth: number): string {
    const condition = this.#random.pick([
      'round._ref == ^._id',
      'references(^._id)',
      '^._id in places[]._ref',
      '_id == ^.round._ref',
      'amount > ^.amount',
      '_type == ^._type && title == ^.title',
    ])
    return this.#random.chance(0.5) ? `*[${condition}]` : `*[${condition} && ${this.#condition(depth)}]`
  }

  #value(depth: number): string {
    const random = this.#random
    switch (random.below(9)) {
      case 0:
        return this.#literal()
      case 1:
        return `coalesce(${this.#path()}, ${this.#path()}, ${this.#literal()})`
      case 2:
        return `select(${this.#condition(depth - 1)} => ${this.#path()}, ${this.#literal()})`
      case 3:
        return `[${this.#path()}, ${this.#literal()}]`
      case 4:
        return `${this.#path()} ${random.pick(['+', '-', '*', '/', '%'])} ${this.#literal()}`
      case 5:
        return `${random.pick(['lower', 'upper', 'length', 'count', 'defined', 'string'])}(${this.#path()})`
      case 6:
        return `tags[@ == ${this.#literal()}]`
      default:
        return this.#path()
    }
  }

  #condition(depth: number): string {
    const random = this.#random
    const simple = depth <= 0 || random.chance(0.5)
    if (simple) return this.#simpleCondition()
    switch (random.below(7)) {
      case 0:
      case 1:
        return `${this.#condition(depth - 1)} && ${this.#condition(depth - 1)}`
      case 2:
        return `(${this.#condition(depth - 1)} || ${this.#condition(depth - 1)})`
      case 3:
        return `!(${this.#condition(depth - 1)})`
      case 4:
        return `_id in *[${this.#condition(depth - 1)}].${random.pick(['round._ref', '_id'])}`
      case 5:
        return `count(*[round._ref == ^._id && ${this.#simpleCondition()}]) ${random.pick(COMPARISONS)} 1`
      default:
        return `round->${random.pick(['title', 'amount', 'done'])} == ${this.#literal()}`
    }
  }

  #simpleCondition(): string {
    const random = this.#random
    switch (random.below(this.#raw ? 18 : 16)) {
      case 0:
      case 1:
        return `_type == ${this.#given(random.pick(TYPES))}`
      case 2:
        return `_id == ${this.#given(randomId(random))}`
      case 3:
        return `${this.#path()} ${random.pick(COMPARISONS)} ${this.#literal()}`
      case 4:
        return `${this.#literal()} ${random.pick(COMPARISONS)} ${this.#path()}`
      case 5:
        return `${this.#path()} in [${random.times(random.below(4), () => this.#literal()).join(', ')}]`
      case 6:
        return `${this.#literal()} in ${random.pick(['tags', 'places[]._ref', 'nested.items[].x', 'title'])}`
      case 7:
        return `references(${this.#given(random.chance(0.5) ? randomId(random) : [randomId(random), 'a'])})`
      case 8:
        return `${random.chance(0.3) ? '!' : ''}defined(${this.#path()})`
      case 9:
        return `${random.pick(['title', 'tags', '[title, tags]', 'nested.x', 'lower(title)'])} match ${this.#pattern()}`
      case 10:
        return `_id in path(${this.#given(random.pick(['drafts.**', '*', 'versions.*.a', 'versions.**', '**', 'a']))})`
      case 11:
        return `amount in ${random.below(3)}${random.pick(['..', '...'])}${2 + random.below(4)}`
      case 14:
        return random.pick(
          ['done', '!done', 'round', 'true', 'missing == $nothing'].map((text) =>
            text.includes('$') ? this.#withNothing(text) : text,
          ) as [string, ...string[]],
        )
      case 16:
        return `sanity::versionOf(${this.#given(randomId(random))})`
      case 17:
        return `sanity::partOfRelease(${this.#given('spring')})`
      default:
        return `dateTime(date) ${random.pick(COMPARISONS)} dateTime(${this.#given(random.pick(DATES))})`
    }
  }

  #withNothing(text: string): string {
    this.#params['nothing'] = null
    return text
  }

  #pattern(): string {
    const random = this.#random
    const word = random.pick(WORDS)
    return this.#given(
      random.pick([
        word,
        `${word.slice(0, 2)}*`,
        `*${word.slice(1)}`,
        randomText(random).replaceAll('.', ' '),
        '*',
      ]),
    )
  }

  #literal(): string {
    return this.#given(randomValue(this.#random, 1))
  }

  /** A value, written out or as a parameter. */
  #given(value: Json): string {
    return this.#random.chance(0.5) ? JSON.stringify(value) : `$${this.#param(value)}`
  }

  #param(value: Json): string {
    const name = `p${Object.keys(this.#params).length}`
    this.#params[name] = value
    return name
  }
}
