import type {Candidate, SourcePlace} from '../model.ts'
import {countryNames} from '../parse/country.ts'
import {slugOf} from '../parse/slug.ts'
import {inBothLanguages} from './shapes.ts'

/** The natural key of a country. */
export function placeKey(isoCode: string): string {
  return `iso:${isoCode}`
}

/** A country, to be made when the dataset does not have it. */
export function placeCandidate(isoCode: string, source: SourcePlace, sha256: string): Candidate[] {
  const names = countryNames(isoCode)
  if (!names) return []
  return [
    {
      type: 'place',
      keys: [placeKey(isoCode)],
      fields: {name: inBothLanguages(names), kind: 'country', isoCode},
      defaults: {slug: {_type: 'slug', current: slugOf(names.en)}},
      supporting: true,
      rank: 9,
      urls: [],
      source,
      sha256,
      warnings: [],
    },
  ]
}
