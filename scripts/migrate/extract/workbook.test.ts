import {writeXlsx} from 'hucre'
import {describe, expect, test} from 'vitest'

import {mapTable} from '../map/mapTable.ts'
import {detectContainer} from '../read/detectContainer.ts'
import {extractWorkbook} from './workbook.ts'

const source = {file: 'list.xlsx'}

const workbook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'Projecten',
        rows: [
          ['Projectnummer', 'Titel', 'Bedrag (EUR)', 'Startdatum'],
          ['00123', 'Thee', 275_442, new Date('2018-09-01T00:00:00Z')],
        ],
      },
      {name: 'Intern', hidden: true, rows: [['niet publiceren']]},
    ],
  })

describe('a workbook', () => {
  test('keeps leading zeros, numbers and days; hidden sheets stay out and are told', async () => {
    const bytes = await workbook()
    expect(await detectContainer(bytes)).toBe('workbook')
    const [table, ...others] = await extractWorkbook(bytes, source, 'hash')
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

  test('a damaged one is refused', async () => {
    const bytes = await workbook()
    await expect(extractWorkbook(bytes.subarray(0, bytes.length - 40), source, 'hash')).rejects.toThrow(
      'damaged',
    )
  })
})
