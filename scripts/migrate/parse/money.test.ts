import {assert, integer, property} from 'fast-check'
import {describe, expect, test} from 'vitest'

import {readFigure, readMoney} from './money.ts'

const amounts = (text: string) => readMoney(text).map(({cents, currency}) => [cents / 100, currency])

describe('amounts in the words of Dutch and English offices', () => {
  test.each([
    ['275.442 euro', [[275_442, 'EUR']]],
    ['900 000 euro', [[900_000, 'EUR']]],
    ['900\u00a0000 euro', [[900_000, 'EUR']]],
    ['468,000 euros', [[468_000, 'EUR']]],
    ['EUR 1 324 367', [[1_324_367, 'EUR']]],
    ['€900,000', [[900_000, 'EUR']]],
    ['€ 150.000,50', [[150_000.5, 'EUR']]],
    ['275.442,00 EUR', [[275_442, 'EUR']]],
    ['275,442.00 EUR', [[275_442, 'EUR']]],
    ['275 442 EUR', [[275_442, 'EUR']]],
    ['1.3 million euros', [[1_300_000, 'EUR']]],
    ['1,3 miljoen euro', [[1_300_000, 'EUR']]],
    ['US$ 4.7 million', [[4_700_000, 'USD']]],
    ['USD 489,130', [[489_130, 'USD']]],
    ['21.000,- euro', [[21_000, 'EUR']]],
    [
      '1.142.650 euro (151.325 euros from the Department)',
      [
        [1_142_650, 'EUR'],
        [151_325, 'EUR'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })

  test.each([
    '19 miljoen van de 35 miljoen mensen',
    '45% of the women',
    '475 miljoen jobs',
    'in 2018 and 2019',
    'slug-2017',
    '$ 300',
    '1.23.456 euro',
    'euro',
    '',
  ])('no amount in: %s', (text) => {
    expect(amounts(text)).toEqual([])
  })

  test.each(['-5 EUR', 'verschil (-275.442 euro)', '–€ 5', 'verschil −5 EUR'])(
    'below zero is no amount: %s',
    (text) => {
      expect(amounts(text)).toEqual([])
    },
  )

  test.each(['Bedrag: –275.442 euro', '–275.442 euro', '(–275.442 euro)'])(
    'a dash is no minus: %s',
    (text) => {
      expect(amounts(text)).toEqual([[275_442, 'EUR']])
    },
  )

  test('one digit before a single separator has two readings, both told', () => {
    expect(readMoney('1.234 euro')).toEqual([
      {cents: 123_400, otherCents: 123, currency: 'EUR', text: '1.234 euro', start: 0, end: 10},
    ])
  })

  test('whole cents survive every way of writing', () => {
    assert(
      property(integer({min: 1_000, max: 999_999_999_99}), (cents) => {
        for (const locale of ['nl-BE', 'en-GB', 'fr-FR']) {
          const written = new Intl.NumberFormat(locale, {minimumFractionDigits: 2}).format(cents / 100)
          expect(readFigure(written)).toEqual({cents})
        }
      }),
    )
  })
})
