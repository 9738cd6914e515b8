import {describe, expect, test} from 'vitest'

import {richText} from './richText.ts'

const row = (key: string, ...cells: string[]) => ({_key: key, _type: 'tableRow', cells})
const table = {
  _key: 't',
  _type: 'table',
  caption: 'Rounds & amounts',
  rows: [row('a', 'Year', 'Amount'), row('b', '2018', '<b>900.000</b>'), row('c', '2020')],
}

describe('a table in running text', () => {
  test('has a caption, column headers, as many cells in each row, and no markup from its words', () => {
    expect(richText([table], 'en')).toBe(
      '<div class="scroll" tabindex="0" role="region" aria-label="Rounds &amp; amounts"><table class="data"><caption>Rounds &amp; amounts</caption><thead><tr><th scope="col">Year</th><th scope="col">Amount</th></tr></thead><tbody><tr><td>2018</td><td>&lt;b&gt;900.000&lt;/b&gt;</td></tr><tr><td>2020</td><td></td></tr></tbody></table></div>',
    )
  })

  test('may have no headers and no caption; it is then called by its first row', () => {
    const plain = richText([{...table, caption: undefined, hasHeader: false}], 'en')
    expect(plain).toContain('aria-label="Year, Amount"')
    expect(plain).toContain('<tbody><tr><td>Year</td>')
    expect(plain).not.toMatch(/<th|<caption/)
  })

  test('without rows is nothing', () => {
    expect(richText([{...table, rows: undefined}], 'nl')).toBe('')
  })
})
