import {ExtractError} from '../extract/extractError.ts'
import type {WorkbookFormat} from '../extract/workbook.ts'
import {readZipText, zipEntryNames} from '../extract/zip.ts'

/** What the bytes are, before their text is looked at. */
export type Container = WorkbookFormat | 'docx' | 'pdf' | 'text'

const HEAD_BYTES = 8
const BINARY_PROBE_BYTES = 4096

/**
 * Tells by its first bytes, and for a zip file by what is inside, what a file is.
 *
 * @throws ExtractError with the way out for what is not read
 */
export async function detectContainer(bytes: Uint8Array): Promise<Container> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  if (head.startsWith('PK\u0003\u0004')) return containerOfZip(bytes)
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('ÐÏ\u0011à')) return containerOfCompound(bytes)
  if (head.startsWith('{\\rtf')) throw notRead('An RTF file: save it as .docx first.')
  const isUtf16 = head.startsWith('ÿþ') || head.startsWith('þÿ')
  if (!isUtf16 && bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) {
    throw new ExtractError('format-unknown', 'A binary file of an unknown kind.')
  }
  return 'text'
}

async function containerOfZip(bytes: Uint8Array): Promise<Container> {
  const names = await zipEntryNames(bytes)
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.bin')) throw notRead('A binary workbook (.xlsb): save it as .xlsx first.')
  if (names.includes('content.xml')) {
    const content = (await readZipText(bytes, ['content.xml'])).get('content.xml') ?? ''
    if (content.includes('<office:spreadsheet')) return 'ods'
    throw notRead('An OpenDocument text or presentation: save it as .docx first.')
  }
  throw notRead('A zip file: unpack it and give its folder.')
}

/** The parts of a compound file (MS-CFB) are named in UTF-16 in its directory. */
function containerOfCompound(bytes: Uint8Array): Container {
  const holds = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw notRead('A file with a password: save it again without one.')
  if (holds('WordDocument')) throw notRead('A file of an old Word (.doc): save it as .docx first.')
  if (holds('PowerPoint Document')) throw notRead('A presentation: save its text as .docx first.')
  if (holds('Workbook') || holds('Book')) return 'xls'
  throw notRead('A file of an old Office program: save it as .docx or .xlsx first.')
}

function notRead(advice: string): ExtractError {
  return new ExtractError('format-not-read', advice)
}
