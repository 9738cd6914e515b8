import {describe, expect, test} from 'vitest'

import {wordsIn, wordsPreferring} from './localised.ts'
import {cents, formatMoney, moneyOf, sumOfCents} from './money.ts'
import {compareDates, firstDay, formatDate, lastDay, partialDateOf, precisionOf} from './partialDate.ts'
import {projectStatus} from './projectStatus.ts'

const date = (value: string) => {
  const found = partialDateOf({value})
  if (!found) throw new Error(`${value} is not a date`)
  return found
}

describe('partial dates', () => {
  test.each([
    ['2018', 'year'],
    ['2018-04', 'month'],
    ['2020-02-29', 'day'],
    ['2019-02-29', undefined],
    ['2018-13', undefined],
    ['april 2018', undefined],
    ['', undefined],
  ])('%s is known to the %s', (value, precision) => {
    expect(precisionOf(value)).toBe(precision)
  })

  test.each([
    ['2016', '2016-03-07', 0],
    ['2015-12', '2016', -1],
    ['2016-03-08', '2016-03', 0],
    ['2017-02', '2017-01-31', 1],
  ])('%s against %s: %d', (a, b, order) => {
    expect(compareDates(date(a), date(b))).toBe(order)
  })

  test.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-04-23', '2018-04-23', '2018-04-23'],
  ])('%s runs from %s to %s', (value, first, last) => {
    expect([firstDay(date(value)), lastDay(date(value))]).toEqual([first, last])
  })

  test('are written as each language does, no more precisely than known', () => {
    expect(formatDate(date('2018-02-23'), 'nl')).toBe('23 februari 2018')
    expect(formatDate(date('2018-02-23'), 'en')).toBe('23 February 2018')
    expect(formatDate(date('2011-03'), 'nl')).toBe('maart 2011')
    expect(formatDate(date('1997'), 'en')).toBe('1997')
  })
})

describe('money', () => {
  test('adds up exactly', () => {
    expect(sumOfCents([{amount: 0.1}, {amount: 0.2}])).toBe(30)
    expect(cents({amount: 450_000.07})).toBe(45_000_007)
  })

  test('is written as each language does', () => {
    expect(formatMoney({amount: 338_630, currency: 'EUR'}, 'nl')).toBe('338.630 euro')
    expect(formatMoney({amount: 338_630.5, currency: 'EUR'}, 'en')).toBe('EUR 338,630.50')
    expect(formatMoney({amount: 489_130, currency: 'USD'}, 'nl')).toBe('USD 489.130')
  })

  test.each([
    [undefined],
    ['900.000'],
    [{amount: '900000', currency: 'EUR'}],
    [{amount: Number.NaN, currency: 'EUR'}],
  ])('%j is no amount', (value) => {
    expect(moneyOf(value)).toBeUndefined()
  })
})

describe('words', () => {
  const title = [
    {language: 'nl', value: 'Waardig werk'},
    {language: 'en', value: ' '},
  ]

  test('of a language that has only spaces are absent', () => {
    expect(wordsIn(title, 'nl')).toBe('Waardig werk')
    expect(wordsIn(title, 'en')).toBeUndefined()
  })

  test('fall back on the other language', () => {
    expect(wordsPreferring(title, 'en')).toBe('Waardig werk')
    expect(wordsPreferring(undefined, 'en')).toBeUndefined()
  })
})

describe('the status of a project', () => {
  const today = '2018-06-15'
  test.each([
    ['cancelled', {statusOverride: 'cancelled', period: {plannedStart: {value: '2018'}}}],
    ['planned', {period: {plannedStart: {value: '2018-09'}}}],
    ['running', {period: {plannedStart: {value: '2017-02'}, plannedEnd: {value: '2018'}}}],
    ['closed', {period: {plannedEnd: {value: '2018'}, actualEnd: {value: '2018-05'}}}],
    [
      'running',
      {
        period: {
          plannedStart: {value: '2016-01'},
          plannedEnd: {value: '2017-12'},
          actualEnd: {value: '2018-06'},
        },
      },
    ],
    ['unknown', {period: {plannedStart: {value: '2018-04'}}}],
    ['unknown', {}],
  ])('%s: %j', (status, facts) => {
    expect(projectStatus(facts, today)).toBe(status)
  })
})
