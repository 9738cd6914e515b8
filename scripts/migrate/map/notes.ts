import type {Block} from '../model.ts'

/**
 * Footnotes moved from the end of a page to behind the part that cites them, for pages that are cut into
 * several documents or articles: each takes its own notes along.
 */
export function withNotesBehindText(blocks: readonly Block[]): Block[] {
  const notes = new Map(blocks.flatMap((block) => (block.note ? [[block.note, block] as const] : [])))
  if (notes.size === 0) return [...blocks]
  const placed = new Set<Block>()
  const moved = blocks
    .filter((block) => !block.note)
    .flatMap((block) => {
      const own = [...notes]
        .filter(([label, note]) => !placed.has(note) && block.text.includes(`[${label}]`))
        .map(([, note]) => note)
      for (const note of own) placed.add(note)
      return [block, ...own]
    })
  return [...moved, ...blocks.filter((block) => block.note && !placed.has(block))]
}
