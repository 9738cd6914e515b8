import {decodeText} from '../parse/charset.ts'
import type {InputFile, Page} from '../model.ts'
import {ExtractError} from './extractError.ts'
import {extractHtml, isHtml} from './html.ts'
import {extractPageText, isPageText} from './text.ts'

/**
 * Reads a file by what it contains, never by its name.
 *
 * @throws ExtractError when it is of no kind that the migration reads
 */
export function extract({file, sha256}: InputFile, bytes: Uint8Array): Page[] {
  const source = {file}
  refuseBinary(bytes)
  const {text, doubt} = decodeText(bytes)
  const warnings = doubt ? [{...doubt, source}] : []
  const page = readText(text)
  return [{...page, warnings: [...warnings, ...page.warnings]}]

  function readText(content: string): Page {
    if (isPageText(content)) return extractPageText(content, source, sha256)
    if (isHtml(content)) return extractHtml(content, source, sha256)
    throw new ExtractError(
      'format-unknown',
      'Neither an HTML page nor a page saved as text with its address on the first line.',
    )
  }
}

function refuseBinary(bytes: Uint8Array): void {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  if (head.startsWith('%PDF-'))
    throw new ExtractError('format-not-read', 'A PDF file: save its pages as text or HTML.')
  if (head.startsWith('PK\u0003\u0004')) {
    throw new ExtractError('format-not-read', 'A Word, spreadsheet or zip file: save it as HTML or text.')
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw new ExtractError(
      'format-not-read',
      'A file of an old Office program: save it as .docx or .xlsx first.',
    )
  }
  if (head.startsWith('{\\rtf'))
    throw new ExtractError('format-not-read', 'An RTF file: save it as .docx first.')
  if (bytes.subarray(0, 4096).includes(0) && !/^(?:ÿþ|þÿ)/.test(head)) {
    throw new ExtractError('format-unknown', 'A binary file of an unknown kind.')
  }
}
