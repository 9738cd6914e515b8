import {ParseOption, XmlDocument, XmlElement} from 'libxml2-wasm'

import {ExtractError} from './extractError.ts'

/** A declaration stands before the first element, behind nothing but comments and instructions. */
const DOCTYPE = /^\uFEFF?\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE/i

/**
 * Reads something out of an XML text. A document type declaration is refused outright: nothing that an
 * office or a publisher writes needs one, and entities can reach outside the file.
 *
 * @throws ExtractError when it has one, or is not well formed
 */
export function withXml<T>(text: string, read: (document: XmlDocument) => T): T {
  if (DOCTYPE.test(text)) {
    throw new ExtractError(
      'doctype',
      'The file has a document type declaration, which such files never need: remove it.',
    )
  }
  const document = parseXml(text)
  try {
    return read(document)
  } finally {
    document.dispose()
  }
}

/** The text is decoded already: what its declaration still says of its bytes is not heeded a second time. */
const OPTIONS = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_IGNORE_ENC

function parseXml(text: string): XmlDocument {
  try {
    return XmlDocument.fromString(text, {option: OPTIONS})
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new ExtractError('xml-broken', `The XML is not well formed: ${reason}`, {cause: error})
  }
}

/** The elements right below one, all or those of a name. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  const children: XmlElement[] = []
  for (let child = element.firstChild; child; child = child.next) {
    if (child instanceof XmlElement && (name === undefined || child.name === name)) children.push(child)
  }
  return children
}

/** The words of an element, with single spaces. */
export function textOf(element: XmlElement | undefined): string {
  return element?.content.replace(/\s+/g, ' ').trim() ?? ''
}

/** The words of an element, a line for each paragraph: those that a blank line parts. */
export const paragraphsOf = (element: XmlElement): string =>
  element.content
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n')
