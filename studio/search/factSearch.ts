/** A query and its parameters, as they travel to the lake. */
export interface SearchQuery {
  query: string
  params: Readonly<Record<string, unknown>>
}

/** Where the Studio's own search asks whether a document says what was typed; the rest filters and ranks. */
export const SAYS = '([@, _id] match text::query($__query) || references($__rawQuery))'

/** What a document is also remembered by, when it refers to one. */
const REMEMBERED_BY = ['place', 'theme', 'trustFundRound']

/** Where amounts stand, with `figure` for the one that is looked for. */
const isAmount = (figure: string): string =>
  `amount.amount == ${figure} || contribution.amount == ${figure} || ${figure} in grants[].amount.amount`

/** More words than anybody types make the query too long for an address. */
const MOST_WORDS = 5

/**
 * The Studio's search made to find a document by its facts as well: each word may be in its texts and codes,
 * in the name of a place, theme or round that it refers to, or be one of its amounts. The Studio asks for
 * texts alone, and offers no place to say more.
 *
 * @returns undefined for any other query, and for a search with quotes or exclusions, which means what it says
 */
export function alsoByFacts({query, params}: SearchQuery): SearchQuery | undefined {
  const typed = params['__rawQuery']
  if (typeof typed !== 'string' || !query.includes(SAYS) || /"|(^|\s)-/.test(typed)) return undefined
  const words = wordsOf(typed)
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  const demands = words.map((word, index) => demand(word, `__word${index}`, `__figure${index}`))
  return {
    query: query.replaceAll(SAYS, `(${SAYS} || (${demands.join(' && ')}))`),
    params: Object.fromEntries([
      ...Object.entries(params),
      ['__rememberedBy', REMEMBERED_BY],
      // The last word may be half typed.
      ...words.map((word, index) => [`__word${index}`, index === words.length - 1 ? `${word}*` : word]),
      ...words.flatMap((word, index) => figureOf(word).map((figure) => [`__figure${index}`, figure])),
    ]),
  }
}

function demand(word: string, text: string, figure: string): string {
  const says = `[@, _id] match text::query($${text})`
  const facts = [says, `references(*[_type in $__rememberedBy && ${says}]._id)`]
  return `(${[...facts, ...figureOf(word).map(() => isAmount(`$${figure}`))].join(' || ')})`
}

const GROUPED_FIGURE = /(?<!\d)\d{1,3}(?:[.,\s]\d{3})+(?!\d)/g
const EURO = /€|\beuros?\b/gi

/** The words of a search; a figure is one word, without what groups its digits and without the euro. */
function wordsOf(typed: string): string[] {
  const plain = typed.replaceAll(GROUPED_FIGURE, (figure) => figure.replaceAll(/\D/g, ''))
  return (/\d/.test(plain) ? plain.replaceAll(EURO, ' ') : plain).split(/\s+/).filter(Boolean)
}

const figureOf = (word: string): number[] =>
  /^\d+(?:[.,]\d{1,2})?$/.test(word) ? [Number(word.replace(',', '.'))] : []
