import type {XmlElement} from 'libxml2-wasm'
import {childElements, withXml} from './xml.ts'

/**
 * The sheets that an OpenDocument spreadsheet hides: a table is hidden by its style.
 *
 * @param content the text of `content.xml`
 * @throws ExtractError when that is not well formed
 * @see https://docs.oasis-open.org/office/OpenDocument/v1.3/ (table:display)
 */
export function hiddenOdsSheets(content: string): string[] {
  return withXml(content, ({root}) => {
    const all = (parent: XmlElement, ...path: string[]): XmlElement[] =>
      path.reduce((found, name) => found.flatMap((element) => childElements(element, name)), [parent])
    const hiding = new Set(
      all(root, 'automatic-styles', 'style')
        .filter((style) =>
          childElements(style, 'table-properties').some(
            (properties) => properties.attr('display', 'table')?.value === 'false',
          ),
        )
        .map((style) => style.attr('name', 'style')?.value),
    )
    return all(root, 'body', 'spreadsheet', 'table')
      .filter((table) => hiding.has(table.attr('style-name', 'table')?.value))
      .map((table) => table.attr('name', 'table')?.value ?? '')
  })
}
