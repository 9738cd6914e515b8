import {linkedAddresses} from '../link/textLinks.ts'
import type {MappedPage} from '../map/mapPage.ts'
import type {Account, Block, Page, PageLink} from '../model.ts'

const EXCERPT = 60
const NAMES: Record<Block['kind'], string> = {
  heading: 'headings',
  paragraph: 'paragraphs',
  listItem: 'listItems',
}

/** Counts what a page holds against what its documents took, and names every part that none took. */
export function accountOf(page: Page, mapped: MappedPage): Account {
  const {kind, taken, candidates} = mapped
  // Those at hand are uploaded, whether a document shows them or not.
  const lostImages = page.images.filter(({picture}) => !picture || candidates.length === 0)
  const lost = new Set(lostLinks(page, mapped))
  const links = [...page.blocks.flatMap((block) => block.links ?? []), ...page.links]
  const counted: Account['counted'] = {
    characters: {in: 0, out: 0},
    headings: {in: 0, out: 0},
    paragraphs: {in: 0, out: 0},
    listItems: {in: 0, out: 0},
    cells: {in: 0, out: 0},
    links: {in: links.length, out: links.length - lost.size},
    images: {in: page.images.length, out: page.images.length - lostImages.length},
  }
  const add = (name: string, side: 'in' | 'out', amount: number) => {
    const entry = counted[name]
    if (entry) entry[side] += amount
  }
  const blocks = [...page.blocks, ...(page.outside ?? [])]
  for (const block of blocks) {
    for (const side of taken.has(block) ? (['in', 'out'] as const) : (['in'] as const)) {
      add('characters', side, block.text.length)
      add(nameOf(block), side, 1)
    }
  }
  return {
    file: page.source.file,
    format: page.format,
    ...(kind ? {kind} : {}),
    counted,
    left: [
      ...blocks
        .filter((block) => !taken.has(block))
        .map((block) => ({
          locator: block.locator,
          kind: block.cell ? 'cell' : block.kind,
          excerpt: excerptOf(block.text),
        })),
      ...[...lost].map(({href, locator}) => ({locator, kind: 'link', excerpt: excerptOf(href)})),
      ...lostImages.map(({locator, src}) => ({locator, kind: 'image', excerpt: excerptOf(src)})),
    ],
  }
}

/** The links that no running text of a document has: those of parts that were left, and of plain fields. */
function lostLinks({blocks, links}: Page, {candidates, taken}: MappedPage): PageLink[] {
  const arrived = new Set(candidates.flatMap(({fields}) => linkedAddresses(fields)))
  const inText = blocks.flatMap((block) =>
    (block.links ?? []).filter((link) => !taken.has(block) || !arrived.has(link.href)),
  )
  return [...inText, ...links]
}

function nameOf({kind, cell}: Block): string {
  return cell ? 'cells' : NAMES[kind]
}

function excerptOf(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text
}
