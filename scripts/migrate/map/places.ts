import type {Candidate, SourcePlace} from '../model.ts'
import {countryNames} from '../parse/country.ts'
import {slugOf} from '../parse/slug.ts'
import {inBothLanguages} from './shapes.ts'

/** The natural key of a country. */
export function placeKey(isoCode: string): string {
  return `iso:${isoCode}`
}

/** The code of a country as ISO 3166-1 writes it, in two capitals; undefined when no country has it. */
export function countryCodeOf(written: string): string | undefined {
  const code = written.trim().toUpperCase()
  // The list of names knows countries by their three letters and their number too.
  return code.length === 2 && countryNames(code) ? code : undefined
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
