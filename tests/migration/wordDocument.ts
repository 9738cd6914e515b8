import {zipFile} from './zipFile.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** The namespace that every element of a Word document is in. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

function relationships(targets: Record<string, string>): string {
  const list = Object.entries(targets).map(
    ([target, type], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

/**
 * A Word file.
 *
 * @param body what stands in `w:body`
 * @param parts other parts by kind and file, such as `{styles: {'styles.xml': '<w:styles …>'}}`
 */
export function wordDocument(body: string, parts: Record<string, Record<string, string>> = {}): Buffer {
  const files = Object.entries(parts).flatMap(([type, named]) =>
    Object.entries(named).map(([name, content]) => ({type, name, content})),
  )
  return zipFile([
    {name: '[Content_Types].xml', content: CONTENT_TYPES},
    {name: '_rels/.rels', content: relationships({'word/document.xml': 'officeDocument'})},
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(Object.fromEntries(files.map(({name, type}) => [name, type]))),
    },
    {name: 'word/document.xml', content: `<w:document ${W}><w:body>${body}</w:body></w:document>`},
    ...files.map(({name, content}) => ({name: `word/${name}`, content})),
  ])
}
