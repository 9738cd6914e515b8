/** Builders of the tiny documents that the query tests ask about: each says only what its test is about. */

interface TestDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

type Fields = Record<string, unknown>

/** Words per language, as the internationalised arrays keep them. */
export function words(values: Partial<Record<'nl' | 'en', string>>) {
  return Object.entries(values).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue',
    language,
    value,
  }))
}

export const euros = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})
export const dollars = (amount: number) => ({_type: 'money', amount, currency: 'USD'})
export const to = (id: string) => ({_type: 'reference', _ref: id})
export const toAll = (...ids: string[]) => ids.map((id) => ({...to(id), _key: id}))
export const atPlace = (id: string, percentage?: number) => ({
  _type: 'placeShare',
  _key: id,
  place: to(id),
  ...(percentage !== undefined && {percentage}),
})

const PRECISION = {4: 'year', 7: 'month', 10: 'day'} as const

/** A date of whatever precision its text has. */
export function on(value: string) {
  const precision = value.length === 4 || value.length === 7 ? PRECISION[value.length] : PRECISION[10]
  return {_type: 'partialDate', value, precision}
}

function document(type: string, id: string, fields: Fields): TestDocument {
  return {
    _id: id,
    _type: type,
    title: words({nl: `${id} nl`, en: `${id} en`}),
    slug: {_type: 'slug', current: id.replace(/^drafts\./, '')},
    ...fields,
  }
}

export const agreement = (id: string, fields: Fields = {}) => document('agreement', id, fields)
export const annex = (id: string, fields: Fields) => document('annex', id, fields)
export const round = (id: string, fields: Fields = {}) => document('trustFundRound', id, fields)
export const project = (id: string, fields: Fields = {}) => document('project', id, fields)
export const theme = (id: string, fields: Fields = {}) => document('theme', id, fields)
export const newsItem = (id: string, fields: Fields = {}) => document('newsItem', id, fields)
export const page = (id: string, fields: Fields = {}) => document('page', id, fields)
export const siteSettings = (fields: Fields) => document('siteSettings', 'siteSettings', fields)
export const redirect = (id: string, fields: Fields) => document('redirect', id, fields)
export const place = (id: string, fields: Fields = {}) =>
  document('place', id, {
    title: undefined,
    name: words({nl: `${id} nl`, en: `${id} en`}),
    kind: 'country',
    ...fields,
  })
export const organisation = (id: string, fields: Fields = {}) =>
  document('organisation', id, {title: undefined, name: words({nl: `${id} nl`, en: `${id} en`}), ...fields})

export type {TestDocument}
