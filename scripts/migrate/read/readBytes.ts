import {ExtractError} from '../extract/extractError.ts'
import {extractDocx} from '../extract/docx.ts'
import {extractDrupalJson, extractDrupalXml, isDrupalXml, isJson} from '../extract/drupal.ts'
import {extractHtml, isHtml} from '../extract/html.ts'
import {delimiterOf, extractDelimited} from '../extract/delimited.ts'
import {extractIati, isIati} from '../extract/iati.ts'
import {extractMarkdown, isMarkdown} from '../extract/markdown.ts'
import {extractPdf} from '../extract/pdf.ts'
import {extractPageText, isPageText} from '../extract/text.ts'
import {extractWorkbook} from '../extract/workbook.ts'
import type {InputFile, Page, Picture, Reading, Warning} from '../model.ts'
import {decodeText} from '../parse/charset.ts'
import {activityReading} from './activityReading.ts'
import {detectContainer} from './detectContainer.ts'
import {pageReading, pictureReading} from './pageReading.ts'
import {pictureKind, withPictures} from './pictures.ts'
import {tableReading} from './tableReading.ts'

/**
 * Reads and understands a file by what it contains, never by its name.
 *
 * @throws ExtractError when it is of no kind that the migration reads, or broken
 */
export async function readBytes(input: InputFile, bytes: Uint8Array): Promise<Reading<Picture>[]> {
  const {file, sha256} = input
  const source = {file}
  if (pictureKind(bytes)) return [pictureReading(source)]
  const reading = async (extracted: Page): Promise<Reading<Picture>> =>
    pageReading(await withPictures(extracted, input))
  const container = await detectContainer(bytes)
  switch (container) {
    case 'xlsx':
    case 'xls':
    case 'ods':
      return (await extractWorkbook(bytes, container, source, sha256)).map(tableReading)
    case 'docx':
      return [await reading(await extractDocx(bytes, source, sha256))]
    case 'pdf':
      return [await reading(await extractPdf(bytes, source, sha256))]
    case 'text':
      return readText(bytes)
  }

  async function readText(content: Uint8Array): Promise<Reading<Picture>[]> {
    const {text, doubt} = decodeText(content)
    const warnings: Warning[] = doubt ? [{...doubt, source}] : []
    const page = async (extracted: Page): Promise<Reading<Picture>[]> => [
      await reading(doubted(extracted, warnings)),
    ]
    const pages = async (extracted: Page[]): Promise<Reading<Picture>[]> =>
      (await Promise.all(extracted.map(page))).flat()
    if (isPageText(text)) return page(extractPageText(text, source, sha256))
    if (isIati(text)) return [activityReading(extractIati(text, source, sha256))]
    if (isDrupalXml(text)) return pages(extractDrupalXml(text, source, sha256))
    if (isJson(text)) return pages(extractDrupalJson(text, source, sha256))
    if (isMarkdown(text)) return page(extractMarkdown(text, source, sha256))
    if (isHtml(text)) return page(extractHtml(text, source, sha256))
    const delimiter = delimiterOf(text)
    if (delimiter) return [tableReading(doubted(extractDelimited(text, delimiter, source, sha256), warnings))]
    throw new ExtractError(
      'format-unknown',
      'Neither an HTML page, a page saved as text with its address on the first line, Markdown, an export of pages as JSON or XML, an IATI file, nor a table with known columns.',
    )
  }
}

function doubted<T extends {warnings: Warning[]}>(extracted: T, warnings: Warning[]): T {
  return {...extracted, warnings: [...warnings, ...extracted.warnings]}
}
