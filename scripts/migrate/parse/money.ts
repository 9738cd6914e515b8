/** An amount as a document states it: whole cents, so that sums are exact. */
export interface MoneyReading {
  cents: number
  currency: Currency
  /** The words that were read. */
  text: string
  /** Position of those words in the text. */
  start: number
  end: number
  /** The other amount that the same words can mean, in cents; absent when there is no doubt. */
  otherCents?: number
}

export type Currency = 'EUR' | 'USD' | 'CHF' | 'ZAR' | 'GBP'

/** Spellings of currencies. A bare `$` names no country, so it is none of them. */
const CURRENCY_SPELLINGS: readonly [RegExp, Currency][] = [
  [/^(€|eur|euro|euros|euro’s|euro's)$/i, 'EUR'],
  [/^(us\$|usd|us dollars?|dollars?)$/i, 'USD'],
  [/^(chf)$/i, 'CHF'],
  [/^(zar|rand)$/i, 'ZAR'],
  [/^(£|gbp)$/i, 'GBP'],
]

const SPACE = String.raw`[ \u00a0\u202f\u2009]`
const CURRENCY = String.raw`€|US\$|£|\b(?:EUR|USD|CHF|ZAR|GBP)\b|\beuro(?:[’']?s)?\b|\bUS dollars?\b|\bdollars?\b|\brand\b`
const FIGURE = String.raw`\d{1,3}(?:${SPACE}\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,']\d+)*`
const SCALE = String.raw`miljoen|million|mln\.?|mio\.?|miljard|billion|duizend|thousand`
const AMOUNT = new RegExp(
  String.raw`(?:(?<before>${CURRENCY})${SPACE}*(?<figureAfter>${FIGURE})(?:${SPACE}*(?<scaleAfter>${SCALE}))?)` +
    String.raw`|(?:(?<![\w.,])(?<figureBefore>${FIGURE})(?:,-)?${SPACE}*(?:(?<scaleBefore>${SCALE})${SPACE}*)?(?<after>${CURRENCY}))`,
  'giu',
)

/**
 * A minus before a figure; between two figures the sign means "to". A dash (–) is punctuation, as in
 * "Bedrag: –275.442 euro", save where nothing but an amount follows its sign: "–€ 5".
 */
const BELOW_ZERO = /(?:^|[\s(])[-−]$/u
const DASHED_SIGN = /^–[€£]/u

/**
 * Every amount with an explicit currency in a text, in the ways of writing of Dutch and English
 * offices: `275.442 euro`, `900 000 euro`, `EUR 1 324 367`, `€900,000`, `US$ 4.7 million`,
 * `275.442,00 EUR`. Figures without a currency (people, percentages, years) are not amounts.
 */
export function readMoney(text: string): MoneyReading[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const {before, after, figureAfter, figureBefore, scaleAfter, scaleBefore} = match.groups ?? {}
    const currency = currencyOf(before ?? after ?? '')
    const figure = readFigure(figureAfter ?? figureBefore ?? '', scaleAfter ?? scaleBefore)
    // A grant is never below zero: such a figure is a correction, or a difference.
    const isBelowZero =
      BELOW_ZERO.test(text.slice(0, match.index)) || (match.index === 1 && DASHED_SIGN.test(text))
    if (!currency || !figure || isBelowZero) return []
    const words = match[0].trim()
    return [
      {
        cents: figure.cents,
        currency,
        text: words,
        start: match.index,
        end: match.index + match[0].length,
        ...(figure.otherCents === undefined ? {} : {otherCents: figure.otherCents}),
      },
    ]
  })
}

/** The currency that a word or sign names. */
export function currencyOf(word: string): Currency | undefined {
  return CURRENCY_SPELLINGS.find(([spelling]) => spelling.test(word.trim()))?.[1]
}

interface Figure {
  cents: number
  otherCents?: number
}

/**
 * Reads a figure into cents. A single separator with three digits after it groups thousands, since no
 * amount has thousandths of a euro; with one digit before it (`1.234`) the other reading is told.
 *
 * @returns undefined when the digits are grouped in a way that no office writes, or are more than can be kept exactly
 */
export function readFigure(text: string, scale?: string): Figure | undefined {
  const figure = figureOf(text, scale)
  return figure && Number.isSafeInteger(figure.cents) ? figure : undefined
}

function figureOf(text: string, scale?: string): Figure | undefined {
  const figure = text.trim().replace(/[\u0020\u00a0\u202f\u2009']/g, '')
  const factor = scaleFactor(scale)
  const plain = parsePlain(figure)
  if (!plain) return undefined
  if (factor === 1) {
    if (plain.kind === 'thousandOrDecimal') {
      const grouped = Number(plain.whole + plain.rest) * 100
      return plain.whole.length > 1 ? {cents: grouped} : {cents: grouped, otherCents: round(plain, 1)}
    }
    return plain.rest.length > 2 ? undefined : {cents: round(plain, 1)}
  }
  return {cents: round(plain, factor)}
}

interface PlainFigure {
  kind: 'decimal' | 'thousandOrDecimal'
  whole: string
  rest: string
}

function parsePlain(figure: string): PlainFigure | undefined {
  if (/^\d+$/.test(figure)) return {kind: 'decimal', whole: figure, rest: ''}
  const both =
    /^(?<whole>\d{1,3}(?:(?<group>[.,])\d{3})(?:\k<group>\d{3})*)(?<point>(?!\k<group>)[.,])(?<rest>\d{1,2})$/.exec(
      figure,
    )
  if (both?.groups)
    return {kind: 'decimal', whole: digits(both.groups['whole']), rest: both.groups['rest'] ?? ''}
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(figure)) {
    return {kind: 'decimal', whole: digits(figure), rest: ''}
  }
  const single = /^(?<whole>\d+)[.,](?<rest>\d+)$/.exec(figure)
  if (!single?.groups) return undefined
  const {whole = '', rest = ''} = single.groups
  if (rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return {kind: 'thousandOrDecimal', whole, rest}
  return {kind: 'decimal', whole, rest}
}

function digits(text = ''): string {
  return text.replace(/\D/g, '')
}

/** Exact for any number of decimals: the digits are scaled as an integer. */
function round({whole, rest}: PlainFigure, factor: number): number {
  return Math.round((Number(whole + rest) * factor * 100) / 10 ** rest.length)
}

function scaleFactor(scale: string | undefined): number {
  if (!scale) return 1
  if (/^(duizend|thousand)/i.test(scale)) return 1_000
  if (/^(miljard|billion)/i.test(scale)) return 1_000_000_000
  return 1_000_000
}
