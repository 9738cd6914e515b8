import {languages} from '../languages.ts'
import {wordsIn} from '../values/localised.ts'
import {cents, formatMoney, moneyOf} from '../values/money.ts'
import {wordsOfBlock} from '../values/table.ts'
import {isObject, members, objectsIn} from './read.ts'
import {defineRule, type FindingPath, type RuleDocument} from './rule.ts'

/** The Dutch and the English text of a field name the same figures. */
export const figuresDiffer = defineRule({
  code: 'figures-differ',
  level: 'warning',
  check(document) {
    return readerTexts(document).flatMap(({path, words}) => {
      if (!words.nl || !words.en) return []
      const [dutch, english] = [figuresIn(words.nl), figuresIn(words.en)]
      const onlyDutch = [...dutch].filter((figure) => !english.has(figure))
      const onlyEnglish = [...english].filter((figure) => !dutch.has(figure))
      if (onlyDutch.length + onlyEnglish.length === 0) return []
      const message = {
        nl: `De cijfers verschillen: ${listed(onlyDutch)} staat alleen in het Nederlands, ${listed(onlyEnglish)} alleen in het Engels. Maak beide teksten gelijk.`,
        en: `The figures differ: ${listed(onlyDutch)} is only in Dutch, ${listed(onlyEnglish)} only in English. Make both texts say the same.`,
      }
      return [{path, message}]
    })
  },
})

/** Amounts are kept once, in their field; a text that names another amount contradicts it. */
export const figureInText = defineRule({
  code: 'figure-in-text',
  level: 'warning',
  check(document) {
    const known = new Set([...objectsIn(document)].flatMap(({value}) => moneyOf(value) ?? []).map(cents))
    if (known.size === 0) return []
    return readerTexts(document).flatMap(({path, words}) =>
      languages.flatMap(({id}) => {
        const other = amountsIn(words[id] ?? '').find((amount) => !known.has(cents({amount})))
        if (other === undefined) return []
        const amount = {amount: other, currency: 'EUR'}
        const message = {
          nl: `De tekst noemt ${formatMoney(amount, 'nl')}, maar dat bedrag staat in geen enkel veld. Verwijs naar het veld, of verbeter een van beide.`,
          en: `The text names ${formatMoney(amount, 'en')}, but no field holds that amount. Leave the amount to the field, or correct one of them.`,
        }
        return [{path, message}]
      }),
    )
  },
})

interface ReaderText {
  path: FindingPath
  words: {nl: string | undefined; en: string | undefined}
}

/** Attributes whose texts are not for readers, or may carry the figures that they were published with. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['notes', 'title'])

/** The texts that readers see, also inside lists and parts of the document. */
function readerTexts(document: RuleDocument): ReaderText[] {
  return Object.entries(document)
    .filter(([attribute]) => !LEFT_ALONE.has(attribute))
    .flatMap(([attribute, value]) => textsAt(value, [attribute]))
}

function textsAt(value: unknown, path: FindingPath): ReaderText[] {
  const words = {nl: plainWords(value, 'nl'), en: plainWords(value, 'en')}
  if (words.nl !== undefined || words.en !== undefined) return [{path, words}]
  const parts = isObject(value)
    ? Object.entries(value).map(([segment, part]) => ({segment, value: part}))
    : members(value)
  return parts.flatMap(({segment, value: part}) => textsAt(part, [...path, segment]))
}

function plainWords(value: unknown, language: 'nl' | 'en'): string | undefined {
  const words = wordsIn(value, language)
  if (words !== undefined) return words
  const entry = members(value).find(({value: item}) => item['language'] === language)
  const blocks = members(entry?.value['value'])
  return blocks.length === 0 ? undefined : blocks.map(({value: block}) => wordsOfBlock(block)).join(' ')
}

/** Digits with the separators of either language: 338.630, 338,630 and 338 630 are one figure. */
const FIGURE = /\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g

function figuresIn(words: string): Set<string> {
  return new Set([...words.matchAll(FIGURE)].map(([figure]) => plainFigure(figure)))
}

function plainFigure(figure: string): string {
  return /^\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$/.test(figure)
    ? figure.replaceAll(/[.,\u00a0\u202f ]/g, '')
    : figure.replace(',', '.')
}

/** Amounts of euros of a thousand or more; smaller ones are prices or wages, not grants. */
const AMOUNT = /(?:€|EUR)\s?(\d[\d.,\u00a0\u202f ]*\d)|(\d[\d.,\u00a0\u202f ]*\d)\s?(?:euros?|EUR)\b/gi

function amountsIn(words: string): number[] {
  return [...words.matchAll(AMOUNT)]
    .map((match) => Number(plainFigure((match[1] ?? match[2] ?? '').trim())))
    .filter((amount) => amount >= 1000)
}

function listed(figures: string[]): string {
  return figures.length === 0 ? '–' : figures.join(', ')
}
