import {describe, expect, test} from 'vitest'

import type {Block, Page} from '../model.ts'
import {originsOf} from '../origins.ts'
import {readArticleHeading} from '../parse/articleHeading.ts'
import {isAgreement, mapAgreement} from './agreementPage.ts'

const blocks = (lines: string[]): Block[] =>
  lines.map((text, index) => ({kind: 'paragraph', text, locator: `paragraph ${index + 2}`}))

const page = (lines: string[], title = 'Cooperation agreement between Flanders and the ILO'): Page => ({
  source: {file: 'agreement.docx'},
  sha256: 'hash',
  format: 'docx',
  language: 'en',
  title,
  titleLocator: 'paragraph 1',
  blocks: blocks(lines),
  links: [],
  images: [],
  warnings: [],
})

const text = [
  'The Parties,',
  'Article 1 Objective',
  '1.1 They promote decent work.',
  'Article 1bis Reporting',
  'This Agreement enters into force on 21 March 2011.',
  'Done at Geneva, 21 March 2011.',
  'For the Government of Flanders',
  'For the ILO',
  'Kris Peeters',
  'Juan Somavia',
]

describe('an agreement', () => {
  test('has its preamble, its articles with anchors, its days and its signatures', () => {
    const {candidates, taken} = mapAgreement(page(text), 'en')
    expect(candidates[0]).toMatchObject({
      keys: ['signed:2011-03'],
      fields: {
        articles: [
          {_key: 'art_1', number: '1', anchor: 'art_1', title: [{language: 'en', value: 'Objective'}]},
          {number: '1bis', anchor: 'art_1bis'},
        ],
        preamble: [{language: 'en', value: [{children: [{text: 'The Parties,'}]}]}],
        signedOn: {value: '2011-03-21', precision: 'day'},
        place: 'Geneva',
        entryIntoForce: {value: '2011-03-21'},
        signatures: [{person: 'Kris Peeters'}, {person: 'Juan Somavia'}],
        counterparty: {_ref: 'organisation|name:international labour organization'},
      },
    })
    expect(taken.size).toBe(text.length)
  })

  test('says of its preamble, in its language, and of each article where it stands', () => {
    const [agreement] = mapAgreement(page(text), 'en').candidates
    const place = (locator: string) => [{file: 'agreement.docx', locator}]
    expect(agreement && originsOf(agreement)).toMatchObject({
      'preamble[en]': place('paragraph 2'),
      'articles[art_1]': place('paragraph 3 – paragraph 4'),
      'articles[art_1bis]': place('paragraph 5 – paragraph 6'),
      signedOn: place('paragraph 7'),
    })
  })

  test('without a day of signing says so', () => {
    const [agreement] = mapAgreement(page(text.slice(0, 4)), 'en').candidates
    expect(agreement?.warnings.map(({code}) => code)).toEqual(['signing-date-unknown'])
  })

  test('is known by its title and articles', () => {
    expect(isAgreement(page(text))).toBe(true)
    expect(isAgreement(page(text, 'News'))).toBe(false)
    expect(isAgreement(page(text.slice(0, 2)))).toBe(false)
  })
})

test.each([
  ['Article 3 Reporting', '3', 'Reporting'],
  ['Article 1Objective', '1', 'Objective'],
  ['Artikel 4bis – Verslag', '4bis', 'Verslag'],
  ['Art. 2', '2', ''],
  ['ARTICLE 5: FINAL', '5', 'FINAL'],
])('the heading %s', (heading, number, title) => {
  expect(readArticleHeading(heading)).toEqual({number, title})
})

test.each([
  'Article 3 of the Constitution applies. It binds both.',
  'Articles 1 and 2',
  'The article',
  'Article 1st',
])('no heading: %s', (line) => {
  expect(readArticleHeading(line)).toBeUndefined()
})
