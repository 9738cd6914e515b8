import {describe, expect, test} from 'vitest'

import type {InputFile} from '../model.ts'
import {readBytes} from '../read/readBytes.ts'
import {textOf, withXml} from './xml.ts'

const TITLE = 'Formació a Malaŵi: “café”'
/** What ISO 8859-1 has no letters for. */
const LATIN = 'Formación: café'

const iati = (encoding: string, title: string) =>
  `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>
<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>X</iati-identifier><title><narrative>${title}</narrative></title></iati-activity></iati-activities>`
const drupal = (encoding: string, title: string) =>
  `<?xml version='1.0' encoding='${encoding}'?>
<nodes><node><nid>1</nid><language>en</language><title>${title}</title><body>${'Decent work in the tea estates of Malawi. '.repeat(9)}</body></node></nodes>`

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
/** The letters of windows-1252 that the titles have; the others are those of ISO 8859-1. */
const windows = (text: string) =>
  Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1')

const ENCODINGS: [encoding: string, title: string, encode: (text: string) => Buffer][] = [
  ['UTF-8', TITLE, (text) => Buffer.from(text)],
  ['ISO-8859-1', LATIN, (text) => Buffer.from(text, 'latin1')],
  ['windows-1252', '“Formación”: café', windows],
  ['UTF-16', TITLE, utf16],
  ['UTF-16', TITLE, (text) => utf16(text).swap16()],
  ['utf-16le', TITLE, utf16],
]

describe('XML in the encoding that it declares', () => {
  const readTitle = async (bytes: Buffer) => {
    const file: InputFile = {file: 'f.xml', path: 'f.xml', sha256: 'hash', bytes: bytes.length}
    const [reading] = await readBytes(file, bytes)
    return reading?.candidates[0]?.fields['title']
  }

  test.each(ENCODINGS)('%s is read as an IATI file', async (encoding, title, encode) => {
    expect(await readTitle(encode(iati(encoding, title)))).toMatchObject([{value: title}])
  })

  test.each(ENCODINGS)('%s is read as an export of pages', async (encoding, title, encode) => {
    expect(await readTitle(encode(drupal(encoding, title)))).toMatchObject([{value: title}])
  })
})

test('a declaration over several lines keeps the lines behind it where they are', () => {
  const text = '<?xml version="1.0"\n  encoding="UTF-16"\n?>\n<a>é</a>'
  expect(withXml(text, ({root}) => `${textOf(root)} on line ${root.line}`)).toBe('é on line 4')
})
