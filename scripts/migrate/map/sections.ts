import type {Block, DataTable, Page} from '../model.ts'
import {readLabel, type Label, type LabelLine} from '../parse/label.ts'

/** A block with the label line that it is. */
export interface LabelledBlock extends LabelLine {
  block: Block
  /** The cell with the value, beside that of the label. */
  valueBlock?: Block
}

/** What a page says about one project: its label lines and the free text after them. */
export interface ProjectSection {
  labels: LabelledBlock[]
  text: Block[]
}

/** A page cut at its label lines. */
export interface Sections {
  /** What stands before the first label line. */
  before: Block[]
  projects: ProjectSection[]
  headings: Block[]
}

/**
 * Cuts a page into its projects. A `Project:` line begins one; so does a label that the current project
 * already has after some text, for pages that forgot the line.
 */
export function sectionsOf(page: Page): Sections {
  const sections: Sections = {before: [], projects: [], headings: []}
  const labelled = labelledBlocks(page.blocks)
  const values = new Set([...labelled.values()].map(({valueBlock}) => valueBlock))
  for (const block of page.blocks) {
    if (values.has(block)) continue
    const line = labelled.get(block)
    const current = sections.projects.at(-1)
    if (line) {
      if (!current || beginsAnother(current, line.label)) sections.projects.push({labels: [line], text: []})
      else current.labels.push(line)
    } else if (!current) (block.kind === 'heading' ? sections.headings : sections.before).push(block)
    else current.text.push(block)
  }
  return sections
}

/** The label lines of a page; in a table a label and its value are two cells. */
function labelledBlocks(blocks: readonly Block[]): Map<Block, LabelledBlock> {
  const facts = tablesOfFacts(blocks)
  return new Map(
    blocks.flatMap((block, index): [Block, LabelledBlock][] => {
      const inFacts = block.inTable && facts.has(block.inTable.table)
      const line = readLabel(block.text) ?? (inFacts ? bareLabel(block) : undefined)
      if (!line) return []
      const next = blocks[index + 1]
      const isValue = line.value === '' && next && isBeside(block, next) && !readLabel(next.text)
      return [[block, isValue ? {...line, value: next.text, block, valueBlock: next} : {...line, block}]]
    }),
  )
}

/** A label that stands alone in the first cell of a row of two. */
function bareLabel({text, inTable}: Block): LabelLine | undefined {
  const place = inTable?.place
  if (inTable?.table.columns !== 2 || place === undefined || place === 'caption' || place.column > 0)
    return undefined
  const line = readLabel(`${text}:`)
  return line?.value === '' ? line : undefined
}

/** Tables of two columns of which the first has several labels; one may as well be the name of a column. */
function tablesOfFacts(blocks: readonly Block[]): ReadonlySet<DataTable | undefined> {
  const labels = Map.groupBy(
    blocks.filter((block) => bareLabel(block) !== undefined),
    ({inTable}) => inTable?.table,
  )
  return new Set([...labels].filter(([, {length}]) => length > 1).map(([table]) => table))
}

/** Whether two cells stand in one row of a table. */
function isBeside(label: Block, value: Block): boolean {
  const [from, to] = [label.inTable?.place, value.inTable?.place]
  if (label.inTable?.table !== value.inTable?.table) return false
  return typeof from === 'object' && typeof to === 'object' && from.row === to.row
}

function beginsAnother({labels, text}: ProjectSection, label: Label): boolean {
  const taken = labels.some((line) => line.label === label)
  return label === 'project' ? taken || text.length > 0 : taken && text.length > 0
}

/** The first label line of a kind. */
export function labelOf(section: ProjectSection, label: Label): LabelledBlock | undefined {
  return section.labels.find((line) => line.label === label)
}
