import type {Block, Page} from '../model.ts'
import {readLabel, type Label, type LabelLine} from '../parse/label.ts'

/** A block with the label line that it is. */
export interface LabelledBlock extends LabelLine {
  block: Block
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
  for (const block of page.blocks) {
    const line = readLabel(block.text)
    const current = sections.projects.at(-1)
    if (line) {
      const labelled = {...line, block}
      if (!current || beginsAnother(current, line.label))
        sections.projects.push({labels: [labelled], text: []})
      else current.labels.push(labelled)
    } else if (!current) (block.kind === 'heading' ? sections.headings : sections.before).push(block)
    else current.text.push(block)
  }
  return sections
}

function beginsAnother({labels, text}: ProjectSection, label: Label): boolean {
  const taken = labels.some((line) => line.label === label)
  return label === 'project' ? taken || text.length > 0 : taken && text.length > 0
}

/** The first label line of a kind. */
export function labelOf(section: ProjectSection, label: Label): LabelledBlock | undefined {
  return section.labels.find((line) => line.label === label)
}
