import {assert, constantFrom, integer, property, tuple} from 'fast-check'
import {describe, expect, test} from 'vitest'

import {readDate} from './date.ts'
import {readDurationMonths} from './duration.ts'
import {findYears, readPeriod} from './period.ts'

describe('dates as far as they are written', () => {
  test.each([
    ['23 februari 2018', '2018-02-23'],
    ['February 7, 2020', '2020-02-07'],
    ['7 February 2020', '2020-02-07'],
    ['1 mrt 2019', '2019-03-01'],
    ['1 mrt. 2019', '2019-03-01'],
    ['Sept 2018', '2018-09'],
    ['feb 2020', '2020-02'],
    ['december 2001', '2001-12'],
    ['2018-04-23', '2018-04-23'],
    ['2018-04', '2018-04'],
    ['31.12.2017', '2017-12-31'],
    ['2009', '2009'],
    ['29 februari 2020', '2020-02-29'],
  ])('%s', (text, value) => {
    expect(readDate(text)).toEqual({value, precision: ['year', 'month', 'day'][value.split('-').length - 1]})
  })

  test.each([
    '31 februari 2018',
    '29 februari 2019',
    '12/13/2019',
    '3 februari 20',
    'maart',
    '1899',
    '',
    '20180101',
  ])('no date: %s', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  test('every day reads back, however offices write it', () => {
    assert(
      property(integer({min: 0, max: 45 * 365}), (days) => {
        const date = new Date(Date.UTC(1991, 0, 1 + days))
        const value = date.toISOString().slice(0, 10)
        const written = (locale: string, month: 'long' | 'short' | '2-digit') =>
          new Intl.DateTimeFormat(locale, {day: 'numeric', month, year: 'numeric', timeZone: 'UTC'}).format(
            date,
          )
        for (const text of [
          value,
          ...['nl-BE', 'en-GB', 'en-US'].flatMap((locale) => [
            written(locale, 'long'),
            written(locale, 'short'),
          ]),
          written('nl-BE', '2-digit'),
          written('en-GB', '2-digit'),
        ]) {
          expect([text, readDate(text)]).toMatchObject([text, {value, precision: 'day'}])
        }
        expect(readDate(value.slice(0, 7))).toEqual({value: value.slice(0, 7), precision: 'month'})
      }),
    )
  })

  test('whatever is typed, what is read is a day of the calendar or nothing', () => {
    const figures = tuple(
      integer({min: 0, max: 40}),
      integer({min: 0, max: 20}),
      integer({min: 1890, max: 2110}),
    )
    assert(
      property(figures, constantFrom('/', '-', '.', ' '), ([day, month, year], separator) => {
        const value = readDate([day, month, year].join(separator))?.value
        const exists = value === undefined || new Date(value).toISOString().startsWith(value)
        expect(exists).toBe(true)
      }),
    )
  })

  test('figures that can be read both ways tell the other reading', () => {
    expect(readDate('01/10/2018')).toEqual({value: '2018-10-01', precision: 'day', other: '2018-01-10'})
    expect(readDate('10/10/2018')).toEqual({value: '2018-10-10', precision: 'day'})
  })
})

describe('periods', () => {
  const values = (text: string) => {
    const period = readPeriod(text)
    return period && [period.start.value, period.end.value]
  }

  test.each([
    ['februari 2017 – februari 2019', ['2017-02', '2019-02']],
    ['September 2018 – September 2020', ['2018-09', '2020-09']],
    ['2009-2011', ['2009', '2011']],
    ['2017 – 2020', ['2017', '2020']],
    ['1.01.2015 – 31.12.2017', ['2015-01-01', '2017-12-31']],
    ['juli 2014 - december 2017', ['2014-07', '2017-12']],
    ['juli tot december 2017', ['2017-07', '2017-12']],
    ['1 januari 2015 t/m 31 december 2017', ['2015-01-01', '2017-12-31']],
    ['from 2014 to March 2016', ['2014', '2016-03']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test.each(['2011-2009', '24 maanden', '2018-09', '2018', 'september'])('no period: %s', (text) => {
    expect(readPeriod(text)).toBeUndefined()
  })

  test('the years of a title', () => {
    expect(findYears('Vlaams Trustfonds (2018-2019)')?.end.value).toBe('2019')
    expect(findYears('Subsidie voor … (2017 - 2019)')?.start.value).toBe('2017')
    expect(findYears('Grant for …, 2018')).toBeUndefined()
  })
})

describe('durations in months', () => {
  test.each([
    ['24 maanden', 24],
    ['18 mnd', 18],
    ['1,5 jaar', 18],
    ['1.5 years', 18],
    ['two years', 24],
    ['twee jaar', 24],
    ['1 maand', 1],
  ])('%s', (text, months) => {
    expect(readDurationMonths(text)).toBe(months)
  })

  test.each(['24', '0 maanden', '1,3 maanden', 'februari 2017 – februari 2019', 'enkele jaren'])(
    'no duration: %s',
    (text) => {
      expect(readDurationMonths(text)).toBeUndefined()
    },
  )
})
