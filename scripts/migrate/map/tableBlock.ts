import type {Block, DataTable, JsonObject} from '../model.ts'

/** A table of data with its parts, in the order of the page; or a block that is part of none. */
export type TextPart = {table: DataTable; parts: Block[]} | {block: Block}

/**
 * Blocks with each table of data in one piece, where its first cell stands. A table of which something went
 * elsewhere, such as the facts of a project or a signature, is none any more: what is left of it is text.
 */
export function withTables(blocks: readonly Block[]): TextPart[] {
  const parts = Map.groupBy(blocks, ({inTable}) => inTable?.table)
  const told = new Set<DataTable>()
  return blocks.flatMap((block): TextPart[] => {
    const table = block.inTable?.table
    const all = table && parts.get(table)
    if (!all || all.length < table.parts) return [{block}]
    if (told.has(table)) return []
    told.add(table)
    return [{table, parts: all}]
  })
}

/** A table as the content model has it. A cell is one line of words: its paragraphs follow each other. */
export function tableBlock({hasHeader, rows, columns}: DataTable, parts: readonly Block[]): JsonObject {
  const grid = Array.from({length: rows}, () => Array.from({length: columns}, () => ''))
  const caption: string[] = []
  for (const {text, inTable} of parts) {
    if (!inTable) continue
    const {place} = inTable
    if (place === 'caption') caption.push(text)
    else {
      const row = grid[place.row]
      if (row) row[place.column] = `${row[place.column] ?? ''} ${text}`.trim()
    }
  }
  return {
    _type: 'table',
    ...(caption.length > 0 ? {caption: caption.join(' ')} : {}),
    hasHeader,
    rows: grid.map((cells) => ({_type: 'tableRow', cells})),
  }
}

/** The words that a row begins with, for what is told of it outside of its table. */
export function rowNameOf({inTable}: Block, parts: readonly Block[]): string | undefined {
  const place = inTable?.place
  if (place === undefined || place === 'caption' || place.column === 0) return undefined
  if (inTable?.table.hasHeader && place.row === 0) return undefined
  return parts.find(({inTable: one}) => {
    const other = one?.place
    return other !== undefined && other !== 'caption' && other.row === place.row && other.column === 0
  })?.text
}
