import {describe, expect, test} from 'vitest'

import {htmlPage, operationWith, planFrom, afterwards} from '../../../tests/migration/planFrom.ts'
import {wordDocument} from '../../../tests/migration/wordDocument.ts'
import {tableOf, wordsOfBlock, type Table} from '../../../schemas/values/table.ts'
import {extractDocx} from '../extract/docx.ts'
import {extractDrupalJson} from '../extract/drupal.ts'
import {extractHtml} from '../extract/html.ts'
import {extractMarkdown} from '../extract/markdown.ts'
import type {Json, JsonObject, Page} from '../model.ts'
import {isObject} from '../merge/same.ts'
import {plain} from '../plainValue.ts'
import {planHtml} from '../report/planHtml.ts'
import {portableText} from './portableText.ts'
import {sectionsOf} from './sections.ts'

const source = {file: 'a'}
const html = (body: string): Page =>
  extractHtml(
    `<html lang="nl"><head><link rel="canonical" href="https://www.fdfa.be/nl/x"></head><body>${body}</body></html>`,
    source,
    'hash',
  )
const blocksOf = ({blocks}: Page): JsonObject[] => portableText(blocks, 'https://www.fdfa.be/nl/x', 'body')
const tablesOf = (page: Page): Table[] =>
  blocksOf(page)
    .filter(({_type}) => _type === 'table')
    .map(tableOf)
const linesOf = (page: Page): string[] => blocksOf(page).map(wordsOfBlock)

const row = (cell: 'th' | 'td', ...cells: string[]) =>
  `<tr>${cells.map((words) => `<${cell}>${words}</${cell}>`).join('')}</tr>`
const VALUES = row('td', 'Malawi', '275.442 euro')
const ROWS = [
  ['Land', 'Bedrag'],
  ['Malawi', '275.442 euro'],
]

describe('a table of data in running text', () => {
  test.each<[string, string, Partial<Table>]>([
    ['cells of a header', row('th', 'Land', 'Bedrag') + VALUES, {hasHeader: true, rows: ROWS}],
    ['a head', `<thead>${row('td', 'Land', 'Bedrag')}</thead>${VALUES}`, {hasHeader: true, rows: ROWS}],
    [
      'a first row in bold',
      row('td', '<p><b>Land</b></p>', '<strong>Bedrag</strong>') + VALUES,
      {hasHeader: true, rows: ROWS},
    ],
    [
      'every row in bold',
      row('td', '<b>Land</b>', '<b>Bedrag</b>') + row('td', '<b>Malawi</b>', '<b>275.442 euro</b>'),
      {hasHeader: false, rows: ROWS},
    ],
    ['no header', row('td', 'Land', 'Bedrag') + VALUES, {hasHeader: false, rows: ROWS}],
    [
      'a corner without words, and names of rows',
      `<tr><td></td><th>2018</th><th>2019</th></tr><tr><th>Malawi</th><td>1</td><td>2</td></tr>`,
      {
        hasHeader: true,
        rows: [
          ['', '2018', '2019'],
          ['Malawi', '1', '2'],
        ],
      },
    ],
    [
      'names of rows only',
      `<tr><th>Malawi</th><td>1</td></tr><tr><th>Zambia</th><td>2</td></tr>`,
      {
        hasHeader: false,
        rows: [
          ['Malawi', '1'],
          ['Zambia', '2'],
        ],
      },
    ],
    [
      'a caption',
      `<caption>Budget per land</caption>${row('th', 'Land', 'Bedrag')}${VALUES}`,
      {caption: 'Budget per land', hasHeader: true, rows: ROWS},
    ],
    [
      'what stands alone across the top as its caption',
      `<tr><td colspan="2">Budget per land</td></tr>${row('th', 'Land', 'Bedrag')}${VALUES}`,
      {caption: 'Budget per land', hasHeader: true, rows: ROWS},
    ],
    [
      'spans, rows and columns that only keep apart, and a foot that is written first',
      `<tfoot><tr><td colspan="3">Samen</td><td>3</td></tr></tfoot>
       <tr><td rowspan="2">Malawi</td><td>&nbsp;</td><td>2018</td><td>1</td></tr>
       <tr><td></td><td>2019</td><td>2</td></tr><tr><td colspan="9000000">&nbsp;</td></tr>`,
      {
        hasHeader: false,
        rows: [
          ['Malawi', '2018', '1'],
          ['', '2019', '2'],
          ['Samen', '', '3'],
        ],
      },
    ],
    [
      'several paragraphs and lines in a cell',
      row('th', 'Land', 'Bedrag') + row('td', 'Malawi<p>en</p><p>Zambia</p>', '1 euro<br>of 2'),
      {
        rows: [
          ['Land', 'Bedrag'],
          ['Malawi en Zambia', '1 euro of 2'],
        ],
      },
    ],
    [
      'a cell that is worded as the title of the page',
      `<caption>x</caption>${row('td', 'Thee', '1')}${row('td', 'Koffie', '2')}</table><h1>Thee</h1><table>`,
      {
        rows: [
          ['Thee', '1'],
          ['Koffie', '2'],
        ],
      },
    ],
  ])('with %s', (_what, rows, expected) => {
    expect(tablesOf(html(`<p>Voor.</p><table>${rows}</table><p>Na.</p>`))).toMatchObject([expected])
  })

  test('stands where it stood, inside a table that arranges the page as well', () => {
    const data = `<table>${row('th', 'Land', 'Bedrag')}${VALUES}</table>`
    expect(linesOf(html(`<table><tr><td>menu</td><td><p>Voor.</p>${data}Na.</td></tr></table>`))).toEqual([
      'menu',
      'Voor.',
      'Land | Bedrag\nMalawi | 275.442 euro',
      'Na.',
    ])
  })

  test.each([
    ['one column', row('td', 'een') + row('td', 'twee')],
    ['one row', row('td', 'een', 'twee')],
    [
      'one row of the page between others',
      `${row('td', 'kop')}${row('td', 'een', 'twee')}${row('td', 'voet')}`,
    ],
    ['a heading', row('td', '<h2>een</h2>', 'twee') + row('td', 'drie', 'vier')],
    ['a list', row('td', '<ul><li>een</li></ul>', 'twee') + row('td', 'drie', 'vier')],
    ['a picture', row('td', '<img src="a.png">', 'een') + row('td', 'drie', 'vier')],
    ['columns of a page', row('td', 'Lang verhaal. '.repeat(40), 'twee') + row('td', 'drie', 'vier')],
  ])('is no table with %s', (_what, rows) => {
    const page = html(`<table>${rows}</table>`)
    expect(tablesOf(page)).toEqual([])
    expect(linesOf(page)).toEqual(page.blocks.map(({text}) => text))
  })

  test('is text again when a fact in it went elsewhere', async () => {
    const facts =
      row('td', 'Project: Thee in Malawi', 'Bedrag: 275.442 euro') +
      row('td', 'Duur: januari 2018 - december 2019', 'Vrouwen plukken thee.')
    const url = 'https://www.fdfa.be/nl/subsidies/thee'
    const plan = await planFrom({'a.html': htmlPage(url, 'Thee', `<table>${facts}</table>`)})
    const {document} = operationWith(plan, 'project', 'Malawi')
    expect(document).toMatchObject({amount: {amount: 275_442}, period: {plannedEnd: {value: '2019-12'}}})
    expect(plain(document['description'])).toMatch(/hele wereld.*\nVrouwen plukken thee\.$/)
    expect(JSON.stringify(document)).not.toContain('"table"')
    expect(plan.accounts[0]?.counted['cells']).toEqual({in: 4, out: 4})
  })

  test.each([
    ['with colons', row('th', 'Project:', 'Thee in Malawi') + row('th', 'Bedrag:', '275.442 euro')],
    [
      'without colons, beside what is no fact',
      row('td', 'Project', 'Thee in Malawi') + row('td', 'Bedrag', '275.442 euro') + row('td', 'Code', 'X1'),
    ],
  ])('is facts of a project where its cells are labels and values, %s', async (_how, rows) => {
    const url = 'https://www.fdfa.be/nl/subsidies/thee'
    const plan = await planFrom({'a.html': htmlPage(url, 'Thee', `<table>${rows}</table><p>Over thee.</p>`)})
    const {document, warnings} = operationWith(plan, 'project', 'Malawi')
    expect(plain(document['title'])).toBe('nl: Thee in Malawi')
    expect(document['amount']).toMatchObject({amount: 275_442})
    expect(plain(document['description'])).toMatch(_how.startsWith('without') ? /Code\nX1\nOver/ : /Over/)
    expect(plain(document['description'])).not.toContain('275')
    expect(warnings.map(({code}) => code)).not.toContain('amount-unreadable')
    expect(plan.accounts[0]?.left).toEqual([])
  })

  test('with names of labels in its header only is no facts', () => {
    const page = html(`<table>${row('td', 'Project', 'Bedrag')}${row('td', 'Thee', '1 euro')}</table>`)
    expect(sectionsOf(page).projects).toEqual([])
  })

  test('comes from Drupal, Markdown and Word', async () => {
    const table = `<table>${row('th', 'Land', 'Bedrag')}${VALUES}</table>`
    const node = [{nid: 1, title: 'Titel', langcode: 'nl', body: `<p>Voor.</p>${table}`}]
    const [drupal] = extractDrupalJson(JSON.stringify(node), source, 'hash')
    expect(drupal && tablesOf(drupal)).toEqual([{hasHeader: true, rows: ROWS}])

    const markdown = (text: string) => tablesOf(extractMarkdown(`# Titel\n\n${text}\n`, source, 'hash'))
    expect(markdown('| Land | Bedrag |\n|---|--:|\n| Malawi | 275.442 euro |')).toEqual([
      {hasHeader: true, rows: ROWS},
    ])
    expect(markdown('|  |  |\n|---|---|\n| Land | Bedrag |\n| Malawi | 275.442 euro |')).toEqual([
      {hasHeader: false, rows: ROWS},
    ])
    expect(markdown('| Land |\n|---|\n| Malawi |')).toEqual([])

    const cells = (words: string[], header = '') =>
      `<w:tr><w:trPr>${header}</w:trPr>${words.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`
    const word = async (header: string) => {
      const [head = [], ...others] = ROWS
      const body = `<w:p><w:r><w:t>Titel</w:t></w:r></w:p><w:tbl>${cells(head, header)}${others.map((one) => cells(one)).join('')}</w:tbl>`
      return tablesOf(await extractDocx(wordDocument(body), source, 'hash'))
    }
    expect(await word('<w:tblHeader/>')).toEqual([{hasHeader: true, rows: ROWS}])
    expect(await word('')).toEqual([{hasHeader: false, rows: ROWS}])
  })

  test('links in its cells stand below it once more, behind the name of their row', () => {
    const page = html(
      `<table>${row('th', 'Land', '<a href="/nl/bedragen">Bedrag</a>')}${row('td', 'Malawi', 'zie <a href="/nl/malawi">rapport</a>')}</table>`,
    )
    expect(linesOf(page)).toEqual(['Land | Bedrag\nMalawi | zie rapport', 'Bedrag', 'Malawi: zie rapport'])
    expect(blocksOf(page).slice(1)).toMatchObject([
      {listItem: 'bullet', markDefs: [{href: 'https://www.fdfa.be/nl/bedragen'}]},
      {listItem: 'bullet', markDefs: [{href: 'https://www.fdfa.be/nl/malawi'}]},
    ])
  })
})

describe('a page with a table', () => {
  const url = 'https://www.fdfa.be/nl/samenwerking'
  const page = (amount: string) =>
    htmlPage(
      url,
      'Samenwerking',
      `<table>${row('th', 'Land', 'Bedrag')}${row('td', 'Malawi', amount)}${row('td', 'Malawi', amount)}</table>
<p>Slot met <a href="https://www.ilo.org/">link</a>.</p>`,
    )
  const keysIn = (value: Json): Json[] => {
    if (Array.isArray(value)) return value.flatMap(keysIn)
    if (!isObject(value)) return []
    return [...('_key' in value ? [value['_key'] ?? null] : []), ...Object.values(value).flatMap(keysIn)]
  }

  test('loses no cell, and is unchanged when planned again', async () => {
    const plan = await planFrom({'a.html': page('1 euro')})
    const {document} = operationWith(plan, 'page', 'Slot')
    expect(plan.accounts[0]).toMatchObject({
      counted: {cells: {in: 6, out: 6}, links: {in: 1, out: 1}},
      left: [],
    })
    const keys = keysIn(document['body'] ?? null)
    expect(new Set(keys).size).toBe(keys.length)
    const again = await planFrom({'a.html': page('1 euro')}, afterwards(plan))
    expect(again.summary).toMatchObject({create: 0, patch: 0, conflict: 0, unchanged: 1})
  })

  test('merges as one text: an editor’s cell and a changed cell of the source are a conflict', async () => {
    const plan = await planFrom({'a.html': page('1 euro')})
    const {stored, bases} = afterwards(plan)
    const edited = stored.map((document) => JSON.parse(JSON.stringify(document).replace('1 euro', '3 euro')))
    const unedited = await planFrom({'a.html': page('2 euro')}, {stored, bases})
    expect(unedited.summary).toMatchObject({patch: 1})
    const kept = await planFrom({'a.html': page('1 euro')}, {stored: edited, bases})
    expect(kept.summary).toMatchObject({unchanged: 1, patch: 0})
    const both = await planFrom({'a.html': page('2 euro')}, {stored: edited, bases})
    expect(operationWith(both, 'page', 'Slot').conflicts?.map(({path}) => path)).toEqual(['body[nl].value'])
    expect(planHtml(both, '2026-11-24T06:00:00Z')).toMatch(
      /Land \| Bedrag\nMalawi \| 3 euro\nMalawi \| 1 euro\nSlot met link\.[\s\S]*Malawi \| 2 euro\nMalawi \| 2 euro/,
    )
  })

  test('is paired with its translation by the figures in it', async () => {
    const english = htmlPage(
      'https://www.fdfa.be/en/cooperation',
      'Cooperation',
      `<table>${row('th', 'Country', 'Amount')}${row('td', 'Malawi', '275,442 euro')}</table>`,
    ).replace(
      /<p>De samenwerking[^<]*/,
      `<p>${'The cooperation of the two is about decent work. '.repeat(5)}`,
    )
    const {pairs} = await planFrom({'a.html': page('275.442 euro'), 'b.html': english})
    expect(pairs.map(({reasons}) => reasons)).toEqual([['both name 275442']])
  })
})
