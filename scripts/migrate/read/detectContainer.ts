import {ExtractError} from '../extract/extractError.ts'
import {zipEntryNames} from '../extract/zip.ts'

/** What the bytes are, before their text is looked at. */
export type Container = 'workbook' | 'docx' | 'pdf' | 'text'

const HEAD_BYTES = 8
const BINARY_PROBE_BYTES = 4096

/**
 * Tells by its first bytes, and for a zip file by what is inside, what a file is.
 *
 * @throws ExtractError with the way out for what is not read
 */
export async function detectContainer(bytes: Uint8Array): Promise<Container> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  if (head.startsWith('PK\u0003\u0004')) return containerOfZip(await zipEntryNames(bytes))
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('ÐÏ\u0011à'))
    throw notRead('A file of an old Office program: save it as .docx or .xlsx first.')
  if (head.startsWith('{\\rtf')) throw notRead('An RTF file: save it as .docx first.')
  const isUtf16 = head.startsWith('ÿþ') || head.startsWith('þÿ')
  if (!isUtf16 && bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) {
    throw new ExtractError('format-unknown', 'A binary file of an unknown kind.')
  }
  return 'text'
}

function containerOfZip(names: readonly string[]): Container {
  if (names.includes('xl/workbook.xml')) return 'workbook'
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('content.xml')) throw notRead('An OpenDocument file: save it as .docx or .xlsx first.')
  throw notRead('A zip file: unpack it and give its folder.')
}

function notRead(advice: string): ExtractError {
  return new ExtractError('format-not-read', advice)
}
