import {describe, expect, test} from 'vitest'

import {W, wordDocument} from '../../../tests/migration/wordDocument.ts'
import {extractDocx} from './docx.ts'

const paragraph = (text: string, properties = '', run = '<w:r>') =>
  `<w:p><w:pPr>${properties}</w:pPr>${run}<w:t>${text}</w:t></w:r></w:p>`
const style = (name: string) => `<w:pStyle w:val="${name}"/>`
const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`

const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="Heading1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

const styles = `<w:styles ${W}>${['Title', 'heading 1'].map((name) => `<w:style w:type="paragraph" w:styleId="${name === 'Title' ? name : 'Heading1'}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`

const footnotes = `<w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:t>Resolution of 2019.</w:t></w:r></w:p></w:footnote></w:footnotes>`

const docx = (body: string, parts: Parameters<typeof wordDocument>[1] = {}) =>
  wordDocument(body, {
    numbering: {'numbering.xml': numbering},
    styles: {'styles.xml': styles},
    footnotes: {'footnotes.xml': footnotes},
    ...parts,
  })

const read = (body: string, parts: Parameters<typeof wordDocument>[1] = {}) =>
  extractDocx(docx(body, parts), {file: 'a.docx'}, 'hash')

describe('a Word document', () => {
  test('keeps the numbers that Word makes itself, by style and by list', async () => {
    const page = await read(
      paragraph('Agreement', style('Title')) +
        paragraph('Objective', style('Heading1')) +
        paragraph('The parties agree.', list(1)) +
        paragraph('first', list(2)) +
        paragraph('second', list(2)) +
        paragraph('Reporting', style('Heading1')) +
        paragraph('Every year.', list(1)),
    )
    expect(page.title).toBe('Agreement')
    expect(page.blocks.map(({text, locator}) => [text, locator])).toEqual([
      ['Article 1 Objective', 'paragraph 2'],
      ['1.1 The parties agree.', 'paragraph 3'],
      ['(a) first', 'paragraph 4'],
      ['(b) second', 'paragraph 5'],
      ['Article 2 Reporting', 'paragraph 6'],
      ['2.1 Every year.', 'paragraph 7'],
    ])
    expect(page.warnings).toEqual([])
  })

  test('a link is told with the paragraph that it stands in', async () => {
    const field = (address: string, text: string) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "${address}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${text}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const page = await read(
      paragraph('Title', style('Title')) +
        paragraph('Text.') +
        field('https://www.ilo.org/a', 'handbook') +
        field('https://www.ilo.org/b', 'report'),
    )
    expect(page.links).toEqual([])
    expect(page.blocks.map(({links}) => links)).toEqual([
      undefined,
      [{href: 'https://www.ilo.org/a', locator: 'paragraph 3'}],
      [{href: 'https://www.ilo.org/b', locator: 'paragraph 4'}],
    ])
  })

  test('footnotes stay, as words at the end', async () => {
    const page = await read(
      `${paragraph('Title', style('Title'))}<w:p><w:r><w:t>Decent work</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>${paragraph('Last.')}`,
    )
    expect(page.blocks.map(({text, note}) => [text, note])).toEqual([
      ['Decent work[1]', undefined],
      ['Last.', undefined],
      ['[1] Resolution of 2019.', '1'],
    ])
    expect(page.blocks.map(({kind}) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
    expect(page.blocks.at(-1)?.html).not.toMatch(/<[ou]l|<li/)
  })

  test('takes insertions and leaves out deletions', async () => {
    const page = await read(
      `${paragraph('Title')}<w:p><w:ins w:id="1"><w:r><w:t>new </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>text</w:t></w:r></w:p>`,
    )
    expect(page.blocks.map(({text}) => text)).toEqual(['new text'])
  })

  test('takes what was moved once, where it went', async () => {
    const page = await read(
      `${paragraph('Title')}<w:p><w:moveFrom w:id="1"><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:r><w:t>stays</w:t></w:r></w:p><w:p><w:moveTo w:id="2"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>`,
    )
    expect(page.blocks.map(({text}) => text)).toEqual(['stays', 'moved'])
    expect(page.outside).toBeUndefined()
  })

  test('words that the converter leaves out, and hidden ones, are told', async () => {
    const page = await read(
      `${paragraph('Title')}<w:p><w:r><w:t>Signed on </w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>1 May 2011</w:t></w:r></w:fldSimple></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>`,
    )
    expect(page.outside).toEqual([{kind: 'paragraph', text: 'Signed on 1 May 2011', locator: 'paragraph 2'}])
    expect(page.warnings.map(({code, message}) => [code, message.split('"')[1]])).toEqual([
      ['words-lost', 'Signed on 1 May 2011'],
      ['hidden-text', 'secret'],
    ])
  })

  test('a formula is told as lost, with its place', async () => {
    const math = (...texts: string[]) =>
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${texts.map((text) => `<m:r><m:t>${text}</m:t></m:r>`).join('')}</m:oMath>`
    const page = await read(
      `${paragraph('Title')}<w:p><w:r><w:t>Formule: </w:t></w:r>${math('x=1')}</w:p><w:p>${math('y', '=2')}</w:p>` +
        `${paragraph('Slot')}<w:p><w:del>${math('z=3')}</w:del></w:p>`,
    )
    expect(page.blocks.map(({text}) => text)).toEqual(['Formule:', 'Slot'])
    expect(page.outside).toEqual([
      {kind: 'paragraph', text: 'x=1', locator: 'paragraph 2'},
      {kind: 'paragraph', text: 'y =2', locator: 'paragraph 2'},
    ])
    expect(page.warnings).toEqual([
      {
        code: 'words-lost',
        message: 'The formula "x=1" is not read: write it in the text.',
        source: {file: 'a.docx', locator: 'paragraph 2'},
      },
      expect.objectContaining({code: 'words-lost', message: expect.stringContaining('"y =2"')}),
    ])
  })

  test.each(['strike', 'dstrike'])(
    'words that are struck through (%s) are left out and told',
    async (name) => {
      const run = (text: string, struck = '') =>
        `<w:r><w:rPr>${struck}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
      const page = await read(
        `${paragraph('Title', style('Title'))}${paragraph('Eerst 250.000 euro.')}<w:p>${run('Bedrag van ')}${run('250', `<w:${name}/>`)}${run('.000', `<w:${name}/>`)}${run(' 300.000 euro', `<w:${name} w:val="0"/>`)}</w:p>`,
      )
      expect(page.blocks.map(({text}) => text)).toEqual(['Eerst 250.000 euro.', 'Bedrag van 300.000 euro'])
      expect(page.outside).toMatchObject([{kind: 'paragraph', text: '250.000', locator: 'paragraph 3'}])
      expect(page.warnings).toEqual([
        {
          code: 'words-lost',
          message: '"250.000" is struck through and was left out: write it in the text if it still holds.',
          source: {file: 'a.docx', locator: 'paragraph 3'},
        },
      ])
    },
  )

  test('what stands above and below its pages is told once, without the numbers of pages and the title', async () => {
    const head = (...texts: string[]) =>
      `<w:hdr ${W}>${texts.map((text) => paragraph(text)).join('')}</w:hdr>`
    const page = await read(paragraph('Title', style('Title')) + paragraph('Text.'), {
      header: {
        'header1.xml': head('Vertrouwelijk – Kabinet', 'Title'),
        'header2.xml': head('Vertrouwelijk – Kabinet'),
      },
      footer: {'footer1.xml': head('Ref. 2011/14', '– 3 –').replaceAll('hdr', 'ftr')},
    })
    expect(page.outside).toEqual([
      {kind: 'paragraph', text: 'Vertrouwelijk – Kabinet', locator: 'header'},
      {kind: 'paragraph', text: 'Ref. 2011/14', locator: 'footer'},
    ])
    expect(page.warnings).toEqual([])
  })

  test('a sign that the converter draws otherwise is no lost word; a short word is missed where it is lost', async () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`
    const page = await read(
      `${paragraph('Title')}<w:p>${run('<w:t>niet</w:t><w:noBreakHyphen/><w:t>gouvernementeel </w:t><w:sym w:font="Symbol" w:char="F061"/><w:t> telt</w:t>')}</w:p>` +
        paragraph('Twee jaren lang in Malawi.') +
        `<w:p><w:fldSimple w:instr="DOCPROPERTY">${run('<w:t>ja</w:t>')}</w:fldSimple></w:p>` +
        paragraph('Malawi') +
        paragraph('***'),
    )
    expect(page.blocks.map(({text}) => text)).toContain('niet\u2011gouvernementeel α telt')
    expect(page.outside?.map(({text, locator}) => [text, locator])).toEqual([['ja', 'paragraph 4']])
  })

  test('a damaged one is refused', async () => {
    const bytes = docx(paragraph('x'))
    await expect(extractDocx(bytes.subarray(0, bytes.length - 30), {file: 'a'}, 'h')).rejects.toThrow(
      'damaged',
    )
    await expect(read('<w:p>')).rejects.toThrow('damaged')
  })
})
