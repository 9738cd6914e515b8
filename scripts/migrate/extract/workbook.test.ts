import {readFile} from 'node:fs/promises'
import {writeXlsx} from 'hucre'
import {writeOds} from 'hucre/ods'
import {describe, expect, test} from 'vitest'

import {mapTable} from '../map/mapTable.ts'
import {detectContainer} from '../read/detectContainer.ts'
import {hiddenOdsSheets} from './odsVisibility.ts'
import {extractWorkbook} from './workbook.ts'

const source = {file: 'list.xlsx'}

const LIST = [
  ['Projectnummer', 'Titel', 'Bedrag (EUR)', 'Startdatum'],
  ['00123', 'Thee', 275_442, new Date('2018-09-01T00:00:00Z')],
]

const workbook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'Projecten',
        rows: LIST,
      },
      {name: 'Intern', hidden: true, rows: [['niet publiceren']]},
    ],
  })

describe('a workbook', () => {
  test('keeps leading zeros, numbers and days; hidden sheets stay out and are told', async () => {
    const bytes = await workbook()
    expect(await detectContainer(bytes)).toBe('xlsx')
    const [table, ...others] = await extractWorkbook(bytes, 'xlsx', source, 'hash')
    if (!table) throw new Error('no table')
    expect(others).toEqual([])
    expect(table.warnings.map(({code, source: {locator}}) => [code, locator])).toEqual([
      ['sheet-hidden', 'Intern'],
    ])
    expect(mapTable(table).candidates[0]).toMatchObject({
      keys: ['office:00123'],
      fields: {amount: {amount: 275_442, currency: 'EUR'}, period: {plannedStart: {value: '2018-09-01'}}},
      source: {locator: 'Projecten row 2'},
    })
  })

  test('says in every row what a merged cell says in words; a figure stays in the first, and that is told', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Projecten',
          rows: [
            ['Titel', 'Land', 'Bedrag (EUR)'],
            ['Een', 'Lesotho', 10_000],
            ['Twee'],
            ['Drie', 'Malawi', 500],
          ],
          merges: [
            {startRow: 1, startCol: 1, endRow: 2, endCol: 1},
            {startRow: 1, startCol: 2, endRow: 2, endCol: 2},
          ],
        },
      ],
    })
    const [table] = await extractWorkbook(bytes, 'xlsx', source, 'hash')
    expect(table?.rows.map(({cells}) => cells.map(({text}) => text))).toEqual([
      ['Titel', 'Land', 'Bedrag (EUR)'],
      ['Een', 'Lesotho', '10000'],
      ['Twee', 'Lesotho', ''],
      ['Drie', 'Malawi', '500'],
    ])
    expect(table?.warnings.map(({code, source: {locator}}) => [code, locator])).toEqual([
      ['cell-merged', 'Projecten row 2'],
    ])
  })

  test('a damaged one is refused', async () => {
    const bytes = await workbook()
    await expect(
      extractWorkbook(bytes.subarray(0, bytes.length - 40), 'xlsx', source, 'hash'),
    ).rejects.toThrow('damaged')
  })

  test('of an old Excel is read whole, and says that nothing tells what is hidden', async () => {
    const bytes = await readFile(new URL('../../../tests/migration/office/projecten.xls', import.meta.url))
    expect(await detectContainer(bytes)).toBe('xls')
    const [table, second] = await extractWorkbook(bytes, 'xls', source, 'hash')
    if (!table) throw new Error('no table')
    expect(second?.sheet).toBe('Intern')
    expect(table.warnings.map(({code}) => code)).toEqual(['sheet-visibility-unknown'])
    expect(mapTable(table).candidates[0]).toMatchObject({
      keys: ['office:00123'],
      fields: {amount: {amount: 275_442, currency: 'EUR'}, period: {plannedStart: {value: '2018-09-01'}}},
    })
  })

  test('of LibreOffice is read without the sheets that it hides', async () => {
    const bytes = await writeOds({
      sheets: [
        {name: 'Projecten', rows: LIST},
        {name: 'Intern', rows: [['x']]},
      ],
    })
    expect(await detectContainer(bytes)).toBe('ods')
    const tables = await extractWorkbook(bytes, 'ods', source, 'hash')
    expect(tables.map(({sheet}) => sheet)).toEqual(['Projecten', 'Intern'])
    expect(tables[0] && mapTable(tables[0]).candidates[0]?.keys).toEqual(['office:00123'])
    expect(hiddenOdsSheets(HIDING)).toEqual(['Intern'])
  })

  test.each([
    ['WordDocument', 'save it as .docx'],
    ['EncryptedPackage', 'without one'],
  ])('the compound file of %s is refused with the way out', async (part, advice) => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(part, 'utf16le')])
    await expect(detectContainer(bytes)).rejects.toThrow(advice)
  })
})

const HIDING = `<?xml version="1.0"?>
<office:document-content
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
  <office:automatic-styles>
    <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
  </office:automatic-styles>
  <office:body><office:spreadsheet>
    <table:table table:name="Projecten" table:style-name="ta1"/>
    <table:table table:name="Intern" table:style-name="ta2"/>
  </office:spreadsheet></office:body>
</office:document-content>`
