import {usEnglishLocale} from 'sanity'
import {afterEach, expect, test, vi} from 'vitest'
import {dutch} from './dutch.ts'
import {english} from './english.ts'
import {preferBrowserLanguage} from './browserLanguage.ts'
import {studioDutch} from './studioDutch.ts'
import {validationDutch, validationEnglish} from './validationWords.ts'

afterEach(() => vi.unstubAllGlobals())

test('every word exists in both languages', () => {
  expect(Object.keys(dutch)).toEqual(Object.keys(english))
})

test.each([
  [['en-GB', 'en'], 'en-US'],
  [['nl-BE', 'en-US'], 'nl-NL'],
  [['en-US', 'nl'], 'en-US'],
  [['fr-BE', 'en'], 'en-US'],
  [['fr-BE'], 'nl-NL'],
  [[], 'nl-NL'],
])('a browser that speaks %j starts in %s', (languages, expected) => {
  vi.stubGlobal('navigator', {languages})
  const locales = ['en-US', 'nl-NL'].map((id) => ({id, title: id}))
  expect(preferBrowserLanguage(locales).at(-1)?.id).toBe(expected)
  expect(preferBrowserLanguage(locales.toReversed()).at(-1)?.id).toBe(expected)
})

test('the Studio knows every word that is said in Dutch beside its own', () => {
  const own = usEnglishLocale.bundles?.find(({namespace}) => namespace === 'studio')?.resources
  expect(Object.keys(own ?? {})).toEqual(expect.arrayContaining(Object.keys(studioDutch)))
})

test('Sanity knows every message of validation that is said in our own words', () => {
  const own = usEnglishLocale.bundles?.find(({namespace}) => namespace === 'validation')?.resources
  expect(Object.keys(own ?? {})).toEqual(expect.arrayContaining(Object.keys(validationEnglish)))
  for (const message of [...Object.values(validationEnglish), ...Object.values(validationDutch)]) {
    expect(message).toMatch(/\. .+\.$/)
  }
})
