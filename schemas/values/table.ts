/** A table as it is shown: every row has as many cells. */
export interface Table {
  caption?: string
  hasHeader: boolean
  rows: string[][]
}

/** A stored table; what is not one reads as a table without rows. */
export function tableOf(value: unknown): Table {
  const {caption, hasHeader, rows} = attributesOf(value)
  const cells = (Array.isArray(rows) ? rows : []).map(cellsOf)
  const width = Math.max(0, ...cells.map((row) => row.length))
  return {
    ...(typeof caption === 'string' && caption.trim() !== '' ? {caption} : {}),
    hasHeader: hasHeader !== false,
    rows: cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
  }
}

function cellsOf(row: unknown): string[] {
  const {cells} = attributesOf(row)
  return Array.isArray(cells) ? cells.map((cell) => (typeof cell === 'string' ? cell : '')) : []
}

/** The words of a block of running text: those of a paragraph, or a table line by line. */
export function wordsOfBlock(block: unknown): string {
  const {_type, children} = attributesOf(block)
  if (_type === 'table') {
    const {caption, rows} = tableOf(block)
    return [...(caption ? [caption] : []), ...rows.map((row) => row.join(' | '))].join('\n')
  }
  if (!Array.isArray(children)) return ''
  return children
    .map((child) => attributesOf(child)['text'])
    .filter((text) => typeof text === 'string')
    .join('')
}

function attributesOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
