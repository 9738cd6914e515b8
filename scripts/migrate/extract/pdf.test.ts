import {describe, expect, test} from 'vitest'

import {extractPdf} from './pdf.ts'

interface Shown {
  text: string
  size?: number
  beside?: string
  /** How far `beside` stands from the margin, in points. */
  tab?: number
}

/** A PDF of one page with lines of text at 12 or 20 points, one under the other. */
function pdf(lines: Shown[]): Buffer {
  const shown = lines
    .flatMap(({text, size = 12, beside, tab = 260}, index) =>
      [text, ...(beside ? [beside] : [])].map(
        (words, column) => `BT /F1 ${size} Tf ${72 + column * tab} ${760 - index * 24} Td (${words}) Tj ET`,
      ),
    )
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
  )
}

const read = (lines: Shown[]) => extractPdf(pdf(lines), {file: 'a.pdf'}, 'hash')

describe('a PDF', () => {
  test('joins lines into paragraphs and knows headings by their size', async () => {
    const page = await read([
      {text: 'Cooperation between the Government', size: 20},
      {text: 'of Flanders and the ILO', size: 20},
      {text: 'Article 1 Objective'},
      {text: '1.1 The parties promote decent'},
      {text: 'work for everybody.'},
      {text: '1.2Every year they meet.'},
    ])
    expect(page.title).toBe('Cooperation between the Government of Flanders and the ILO')
    expect(page.blocks).toEqual([
      {kind: 'heading', text: 'Article 1 Objective', locator: 'page 1'},
      {kind: 'paragraph', text: '1.1 The parties promote decent work for everybody.', locator: 'page 1'},
      {kind: 'paragraph', text: '1.2 Every year they meet.', locator: 'page 1'},
    ])
    expect(page.warnings.map(({code}) => code)).toEqual(['pdf-text'])
  })

  test('keeps what stands side by side apart: cells, and the parties that sign', async () => {
    const page = await read([
      {text: 'Done at Geneva on 3 May 2011.'},
      {text: 'For the Government of Flanders', beside: 'For the ILO'},
      {text: 'An Example', beside: 'Another Example'},
    ])
    expect(page.blocks.map(({text, cell}) => [text, cell])).toEqual([
      ['For the Government of Flanders', true],
      ['For the ILO', true],
      ['An Example', true],
      ['Another Example', true],
    ])
  })

  test('a tab after the number of an article or an item parts no cells, nor does one that stands alone', async () => {
    const page = await read([
      {text: 'Agreement'},
      {text: 'Article 1', beside: 'Objective', tab: 110},
      {text: '1.', beside: 'The parties promote work.', tab: 46},
      {text: '2.', beside: 'They meet.', tab: 46},
      {text: 'Article 2', beside: 'Budget', tab: 110},
      {text: 'Flanders gives', beside: '275.442 euro in all.', tab: 150},
      {text: 'The ILO reports.'},
    ])
    expect(page.blocks.map(({kind, text, cell}) => [kind, text, cell])).toEqual([
      ['heading', 'Article 1 Objective', undefined],
      ['paragraph', '1. The parties promote work.', undefined],
      ['paragraph', '2. They meet.', undefined],
      ['heading', 'Article 2 Budget', undefined],
      ['paragraph', 'Flanders gives 275.442 euro in all.', undefined],
      ['paragraph', 'The ILO reports.', undefined],
    ])
  })

  test('without text is refused with the way out', async () => {
    await expect(read([])).rejects.toThrow('pictures of text only')
  })

  test('that is cut short is refused', async () => {
    await expect(extractPdf(Buffer.from('%PDF-1.4\nnothing'), {file: 'a'}, 'h')).rejects.toThrow('damaged')
  })
})
