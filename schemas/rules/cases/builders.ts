import type {RuleDocument} from '../rule.ts'

/** Short ways to write the documents of a case; they hold only what the rule reads. */

export type Attributes = Record<string, unknown>

/** A real case of the cooperation and what a rule says about it. */
export interface Case {
  rule: string
  name: string
  /** The document under check first; the rest is what else the dataset holds. */
  documents: [RuleDocument, ...RuleDocument[]]
  /** Where it finds something, as `places[a].place`. */
  finds: string[]
  /** The level, when it isn't the rule's own. */
  level?: 'error' | 'warning'
}

export const reference = (id: string) => ({_type: 'reference', _ref: id})
export const euro = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})

const PRECISION: Record<number, string> = {4: 'year', 7: 'month', 10: 'day'}
export const date = (value: string) => ({_type: 'partialDate', value, precision: PRECISION[value.length]})

export const words = (nl?: string, en?: string) =>
  Object.entries({nl, en})
    .filter(([, value]) => value !== undefined)
    .map(([language, value]) => ({_key: language, _type: 'internationalizedArrayTextValue', language, value}))

/** A formatted text of plain paragraphs. */
export const paragraphs = (nl: string[], en: string[]) =>
  Object.entries({nl, en}).map(([language, lines]) => ({
    _key: language,
    _type: 'internationalizedArrayBlockContentValue',
    language,
    value: lines.map((line) => ({_type: 'block', children: [{_type: 'span', text: line}]})),
  }))

/** A formatted text that is one table. */
export const tables = (nl: string[][], en: string[][]) =>
  Object.entries({nl, en}).map(([language, rows]) => ({
    _key: language,
    _type: 'internationalizedArrayBlockContentValue',
    language,
    value: [{_type: 'table', rows: rows.map((cells) => ({_type: 'tableRow', cells}))}],
  }))

const document =
  (type: string) =>
  (id: string, attributes: Attributes): RuleDocument => ({
    ...attributes,
    _id: id,
    _type: type,
  })
export const project = document('project')
export const agreement = document('agreement')
export const annex = document('annex')
export const place = document('place')
export const theme = document('theme')
export const newsItem = document('newsItem')
export const redirect = document('redirect')

/** A round of 900,000 euros. */
export const round = (id: string, start: string, end: string, attributes: Attributes = {}) =>
  document('trustFundRound')(id, {
    fund: reference('trustFund'),
    contribution: euro(900_000),
    period: {_type: 'period', start: date(start), end: date(end)},
    ...attributes,
  })

/** A project of the round with the id `round`. */
export const inRound = (id: string, amount: number, attributes: Attributes = {}) =>
  project(id, {channel: 'trustFund', round: reference('round'), amount: euro(amount), ...attributes})

export const labourClauses = inRound('project-labour-provisions', 450_000)
export const care = inRound('project-care-economy', 400_000)
export const vct = inRound('project-vct-at-work', 187_364)
export const round2014 = round('round', '2014', '2015')
