import {mkdir, open, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {zipFile} from './zipFile.ts'

const PARAGRAPH = 'Vlaanderen en de IAO werken samen aan waardig werk in de wereld. '

/** A page that is as it should be. */
export const goodPage = `<html lang="nl"><head><link rel="canonical" href="https://www.fdfa.be/nl/over-waardig-werk"></head><body><h1>Over waardig werk</h1><p>${PARAGRAPH.repeat(5)}</p></body></html>`

const relationships = (list: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document whose picture lies elsewhere: on a server that wants to know who reads it, or on the disk. */
const docxWithPictureAt = (address: string) =>
  zipFile([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: relationships(
        `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(
        `<Relationship Id="p" Type="${OFFICE}/image" Target="${address}" TargetMode="External"/>`,
      ),
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="${OFFICE}"><w:body><w:p><w:r><w:t>Nota</w:t></w:r></w:p><w:p><w:r><w:t>${PARAGRAPH}</w:t><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
    },
  ])

/** A PDF whose tree of pages leads back to itself. */
const loopingPdf = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 9 >> endobj
3 0 obj << /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >> endobj
trailer << /Root 1 0 R /Size 4 /Prev 9 >>
%%EOF`

const HEADINGS = 'Nummer;Titel;Bedrag'
const EXPANDED = `<!DOCTYPE nodes [<!ENTITY secret SYSTEM "file:///etc/hostname">]><nodes><node><nid>1</nid><title>&secret;</title><body>${PARAGRAPH}</body></node></nodes>`

/** What each file is refused for; those that are only cleaned have none. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'bomb.docx': 'zip-bomb',
  // Read without their pictures, and then of no kind that is known.
  'link-out.docx': 'page-kind-unknown',
  'link-disk.docx': 'page-kind-unknown',
  'loop.pdf': 'scan',
  'endless-row.csv': 'table-broken',
  'huge.csv': 'too-large',
  'formulas.csv': 'row-incomplete',
  'entity.xml': 'doctype',
  'deep.html': 'nested-too-deep',
  'empty.html': 'empty',
  'cut-short.docx': 'zip-broken',
  'letter.doc': 'format-not-read',
  'letter.rtf': 'format-not-read',
}

/**
 * A folder of files that mean harm, or were damaged, around one good page.
 *
 * @param listener an address that nothing may ask for
 */
export async function hostileFolder(folder: string, listener: string): Promise<void> {
  await mkdir(folder)
  const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
  await put('good.html', goodPage)
  await put('bomb.docx', zipFile([{name: 'word/document.xml', content: Buffer.alloc(64 * 1024 * 1024)}]))
  await put('link-out.docx', docxWithPictureAt(`${listener}/pixel.png`))
  await put('link-disk.docx', docxWithPictureAt('file:///etc/hostname'))
  await put('loop.pdf', loopingPdf)
  await put('endless-row.csv', `${HEADINGS}\nFL-1;"${'x'.repeat(8 * 1024 * 1024)}`)
  await put('formulas.csv', `${HEADINGS}\nFL-1;"=HYPERLINK(""${listener}"";""x"")";1 EUR\nFL-2;Thee;=1+1`)
  await put(
    'two-encodings.csv',
    Buffer.concat([
      Buffer.from(`${HEADINGS}\nFL-3;Eén;\nFL-4;Twe`),
      Buffer.from([0xeb]),
      Buffer.from('n;\n'),
    ]),
  )
  await put('entity.xml', EXPANDED)
  await put('deep.html', '<div>'.repeat(5000))
  await put('empty.html', '')
  await put('cut-short.docx', docxWithPictureAt(listener).subarray(0, 500))
  await put(
    'letter.doc',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('WordDocument', 'utf16le'),
    ]),
  )
  await put('letter.rtf', '{\\rtf1 Nota}')
  const huge = await open(join(folder, 'huge.csv'), 'w')
  await huge.truncate(100 * 1024 * 1024)
  await huge.close()
}
