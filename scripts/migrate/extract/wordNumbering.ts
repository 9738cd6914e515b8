import {ParseOption, XmlDocument, XmlElement} from 'libxml2-wasm'

import {ExtractError} from './extractError.ts'

/** A paragraph and the number that Word shows before it. */
export interface NumberedParagraph {
  label: string
  text: string
}

interface Level {
  format: string
  /** `Article %1`, `%1.%2`: each `%n` is the count of level n. */
  pattern: string
  start: number
}

interface Numbering {
  levelsOf: (numId: string) => Map<number, Level> | undefined
  /** Numbering that a paragraph style brings. */
  ofStyle: (style: string) => {numId: string; level: number} | undefined
}

const W = {w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'}

/** The paragraphs that Word numbers with words or figures, in order, with the numbers it shows. Bullets are none. */
export function numberedParagraphs(parts: ReadonlyMap<string, string>): NumberedParagraph[] {
  const numbering = readNumbering(parts.get('word/numbering.xml'), parts.get('word/styles.xml'))
  if (!numbering) return []
  const counts = new Map<string, number[]>()
  return withXml(parts.get('word/document.xml') ?? '', (root) =>
    find(root, '//w:body//w:p').flatMap((paragraph) => {
      const text = find(paragraph, './/w:t[not(ancestor::w:del)]')
        .map(({content}) => content)
        .join('')
        .trim()
      const numbered = numberingOf(paragraph, numbering)
      const levels = numbered && numbering.levelsOf(numbered.numId)
      const level = numbered && levels?.get(numbered.level)
      if (!numbered || !level || text === '') return []
      const count = counts.get(numbered.numId) ?? []
      count[numbered.level] = (count[numbered.level] ?? level.start - 1) + 1
      count.length = numbered.level + 1
      counts.set(numbered.numId, count)
      const label = labelOf(level, count)
      return label === '' ? [] : [{label, text}]
    }),
  )
}

function labelOf({format, pattern}: Level, count: readonly number[]): string {
  if (format === 'bullet' || format === 'none') return ''
  return pattern
    .replace(/%(\d)/g, (_match, digit: string) => figure(count[Number(digit) - 1] ?? 1, format))
    .trim()
}

function figure(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return String.fromCharCode(96 + value)
    case 'upperLetter':
      return String.fromCharCode(64 + value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    default:
      return String(value)
  }
}

const ROMAN: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  const largest = ROMAN.find(([amount]) => amount <= value)
  return largest ? largest[1] + roman(value - largest[0]) : ''
}

function numberingOf(
  paragraph: XmlElement,
  {ofStyle}: Numbering,
): {numId: string; level: number} | undefined {
  const style = ofStyle(valueOf(paragraph, 'w:pPr/w:pStyle') ?? '')
  const numId = valueOf(paragraph, 'w:pPr/w:numPr/w:numId') ?? style?.numId
  if (numId === undefined || numId === '0') return undefined
  const level = valueOf(paragraph, 'w:pPr/w:numPr/w:ilvl')
  return {numId, level: level === undefined ? (style?.level ?? 0) : Number(level)}
}

function readNumbering(
  numberingXml: string | undefined,
  stylesXml: string | undefined,
): Numbering | undefined {
  if (numberingXml === undefined) return undefined
  const levelsByAbstract = new Map<string, Map<number, Level>>()
  const abstractByNum = new Map<string, string>()
  const styles = new Map<string, {numId: string; level: number}>()
  const styleOfLevel = new Map<string, {abstract: string; level: number}>()
  withXml(numberingXml, (root) => {
    for (const abstract of find(root, '//w:abstractNum')) {
      const id = attribute(abstract, 'abstractNumId')
      const levels = find(abstract, 'w:lvl').map((level): [number, Level] => {
        const index = Number(attribute(level, 'ilvl'))
        const style = valueOf(level, 'w:pStyle')
        if (style !== undefined) styleOfLevel.set(style, {abstract: id, level: index})
        return [
          index,
          {
            format: valueOf(level, 'w:numFmt') ?? 'decimal',
            pattern: valueOf(level, 'w:lvlText') ?? '',
            start: Number(valueOf(level, 'w:start') ?? 1),
          },
        ]
      })
      levelsByAbstract.set(id, new Map(levels))
    }
    for (const num of find(root, '//w:num')) {
      abstractByNum.set(attribute(num, 'numId'), valueOf(num, 'w:abstractNumId') ?? '')
    }
  })
  for (const [style, {abstract, level}] of styleOfLevel) {
    const numId = [...abstractByNum].find(([, id]) => id === abstract)?.[0]
    if (numId !== undefined) styles.set(style, {numId, level})
  }
  withXml(stylesXml ?? '<none/>', (root) => {
    for (const style of find(root, '//w:style[w:pPr/w:numPr/w:numId]')) {
      const numId = valueOf(style, 'w:pPr/w:numPr/w:numId') ?? '0'
      const level = Number(
        valueOf(style, 'w:pPr/w:numPr/w:ilvl') ?? styles.get(attribute(style, 'styleId'))?.level ?? 0,
      )
      styles.set(attribute(style, 'styleId'), {numId, level})
    }
  })
  return {
    levelsOf: (numId) => levelsByAbstract.get(abstractByNum.get(numId) ?? ''),
    ofStyle: (style) => styles.get(style),
  }
}

function withXml<T>(text: string, work: (root: XmlElement) => T): T {
  if (/<!DOCTYPE/i.test(text))
    throw new ExtractError('doctype', 'The Word file declares entities, which Word never does.')
  const document = parseXml(text)
  try {
    return work(document.root)
  } finally {
    document.dispose()
  }
}

function parseXml(text: string): XmlDocument {
  try {
    return XmlDocument.fromString(text, {option: ParseOption.XML_PARSE_NONET})
  } catch (error) {
    throw new ExtractError('docx-broken', 'The Word file is damaged: open it in Word and save it again.', {
      cause: error,
    })
  }
}

function find(element: XmlElement, path: string): XmlElement[] {
  return element.find(path, W).filter((node) => node instanceof XmlElement)
}

function valueOf(element: XmlElement, path: string): string | undefined {
  const [found] = find(element, path)
  return found && attribute(found, 'val')
}

function attribute(element: XmlElement, name: string): string {
  return element.attr(name, 'w')?.value ?? ''
}
