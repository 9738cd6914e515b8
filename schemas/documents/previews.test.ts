/** What lists say of a document below its title, in the language of the interface. */
import {afterEach, expect, test} from 'vitest'
import {showIn} from '../labels/interfaceLanguage.ts'
import {agreement} from './agreement.ts'
import {projectPreview} from './project/preview.ts'
import {trustFundRound} from './trustFundRound.ts'

afterEach(() => showIn('nl'))

const words = [
  {language: 'nl', value: 'Natuursteen'},
  {language: 'en', value: 'Natural stone'},
]
const amount = {amount: 338_630, currency: 'EUR'}
const date = (value: string) => ({value, precision: 'month'})
const period = {plannedStart: date('2018-09'), plannedEnd: date('2020-07'), actualEnd: date('2021-01')}

test.each([
  ['nl' as const, 'Natuursteen', '338.630 euro · 2018–2021 · Afgelopen'],
  ['en' as const, 'Natural stone', 'EUR 338,630 · 2018–2021 · Closed'],
])(
  'a project shows amount, what happened before what was planned, and status, in %s',
  (language, title, subtitle) => {
    showIn(language)
    expect(projectPreview.prepare({title: words, amount, period})).toMatchObject({title, subtitle})
  },
)

test.each([
  ['nl' as const, 'Status niet bekend', 'Opgeschort'],
  ['en' as const, 'Status not known', 'Suspended'],
])('a project without facts says so, and what an editor set wins, in %s', (language, unknown, suspended) => {
  showIn(language)
  expect(projectPreview.prepare({}).subtitle).toBe(unknown)
  expect(projectPreview.prepare({period, statusOverride: 'suspended'}).subtitle).toBe(
    `2018–2021 · ${suspended}`,
  )
})

test.each([
  ['nl' as const, '900.000 euro · 2018–2019', '7 maart 2016'],
  ['en' as const, 'EUR 900,000 · 2018–2019', '7 March 2016'],
])('a round shows contribution and years, an agreement its dates, in %s', (language, round, signed) => {
  showIn(language)
  const contribution = {amount: 900_000, currency: 'EUR'}
  const selected = {title: words, contribution, start: '2018', end: '2019'}
  expect(trustFundRound.preview?.prepare?.(selected)).toMatchObject({subtitle: round})
  expect(
    agreement.preview?.prepare?.({title: words, signedOn: '2016-03-07', endDate: undefined, kind: undefined}),
  ).toMatchObject({
    subtitle: signed,
  })
})
