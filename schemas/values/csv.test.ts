import {describe, expect, test} from 'vitest'

import {toCsv, type Cell} from './csv.ts'

const row = (value: Cell) => toCsv(['value'], [{value}]).split('\r\n')[1]

describe('CSV', () => {
  test('begins with the mark that Excel needs, then the columns', () => {
    expect(toCsv(['a', 'b'], [{a: 1, b: 'x'}])).toBe('\uFEFFa,b\r\n1,x\r\n')
  })

  test.each<[string, Cell, string]>([
    ['nothing for null', null, ''],
    ['numbers as they are, negative ones too', -5, '-5'],
    ['quotes around commas', 'a,b', '"a,b"'],
    ['doubled quotes', 'say "no"', '"say ""no"""'],
    ['quotes around line breaks', 'a\nb', '"a\nb"'],
    ['lists without their gaps', ['MW', null, 'IN'], 'MW; IN'],
  ])('writes %s', (_, value, expected) => {
    expect(row(value)).toBe(expected)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('disarms the formula %j', (value) => {
    expect(row(value)).toMatch(/^"?'/)
  })
})
