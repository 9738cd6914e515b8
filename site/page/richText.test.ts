import type {ContentSourceMap} from '@sanity/client'
import {stegaEncodeSourceMap} from '@sanity/client/stega'
import {describe, expect, test} from 'vitest'

import {isWords} from '../../queries/stega.ts'
import {richText} from './richText.ts'

const row = (key: string, ...cells: string[]) => ({_key: key, _type: 'tableRow', cells})
const table = {
  _key: 't',
  _type: 'table',
  caption: 'Rounds & amounts',
  rows: [row('a', 'Year', 'Amount'), row('b', '2018', '<b>900.000</b>'), row('c', '2020')],
}

/** The caption of a table as a preview gets it, which leads to where it is edited. */
function marked(caption: string): string {
  const sourceMap: ContentSourceMap = {
    documents: [{_id: 'page-about', _type: 'page'}],
    paths: ["$['body'][0]['caption']"],
    mappings: {"$['caption']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}}},
  }
  const studioUrl = 'http://localhost:3333'
  return stegaEncodeSourceMap({caption}, sourceMap, {enabled: true, studioUrl, filter: isWords}).caption
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
    expect(richText([{...table, caption: undefined, rows: [row('a', '', ' '), row('b')]}], 'nl')).toBe('')
  })

  test('always has a name, which carries no marks of a preview', () => {
    const unnamed = {...table, caption: undefined, rows: [row('a', '', ''), row('b', '2018', '900.000')]}
    expect(richText([unnamed], 'nl')).toContain('aria-label="Tabel"')
    expect(richText([unnamed], 'en')).toContain('aria-label="Table"')
    const caption = marked('Rounds')
    expect(caption).not.toBe('Rounds')
    const shown = richText([{...table, caption}], 'en')
    expect(shown).toContain('aria-label="Rounds"')
    expect(shown).toContain(`<caption>${caption}</caption>`)
  })
})
