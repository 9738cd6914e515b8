import type {MappedPage} from '../map/mapPage.ts'
import type {Account, Block, Page} from '../model.ts'

const EXCERPT = 60
const NAMES: Record<Block['kind'], string> = {
  heading: 'headings',
  paragraph: 'paragraphs',
  listItem: 'listItems',
}

/** Counts what a page holds against what its documents took, and names every part that none took. */
export function accountOf(page: Page, {kind, taken}: MappedPage): Account {
  const counted: Account['counted'] = {
    characters: {in: 0, out: 0},
    headings: {in: 0, out: 0},
    paragraphs: {in: 0, out: 0},
    listItems: {in: 0, out: 0},
    links: {in: page.links.length, out: 0},
    images: {in: page.images.length, out: 0},
  }
  const add = (name: string, side: 'in' | 'out', amount: number) => {
    const entry = counted[name]
    if (entry) entry[side] += amount
  }
  for (const block of page.blocks) {
    for (const side of taken.has(block) ? (['in', 'out'] as const) : (['in'] as const)) {
      add('characters', side, block.text.length)
      add(NAMES[block.kind], side, 1)
    }
  }
  const takenLines = new Set([...taken].map((block) => block.locator))
  add('links', 'out', page.links.filter((link) => takenLines.has(link.locator)).length)
  return {
    file: page.source.file,
    format: page.format,
    ...(kind ? {kind} : {}),
    counted,
    left: [
      ...page.blocks
        .filter((block) => !taken.has(block))
        .map((block) => ({locator: block.locator, kind: block.kind, excerpt: excerptOf(block.text)})),
      ...page.images.map((image) => ({locator: image.locator, kind: 'image', excerpt: excerptOf(image.src)})),
    ],
  }
}

function excerptOf(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text
}
