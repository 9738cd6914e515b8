import type {Template} from 'sanity'
import {DESK_LABELS, type DeskLabel} from './labels/index.ts'

const reference = (id: string) => ({_type: 'reference', _ref: id})

/** A new document that already knows what it belongs to. */
function templateIn(
  id: string,
  schemaType: string,
  title: DeskLabel,
  value: (parent: string) => Record<string, unknown>,
): Template<{id: string}> {
  return {
    id,
    title,
    i18n: {title: {key: title, ns: DESK_LABELS}},
    schemaType,
    parameters: [{name: 'id', type: 'string'}],
    value: ({id: parent}: {id: string}) => value(parent),
  }
}

/** What is made from the list of its parent. */
export const templates = [
  templateIn('project-in-round', 'project', 'template.project-in-round', (round) => ({
    channel: 'trustFund',
    round: reference(round),
  })),
  templateIn('annex-of-agreement', 'annex', 'template.annex-of-agreement', (agreement) => ({
    agreement: reference(agreement),
  })),
  templateIn('round-under-agreement', 'trustFundRound', 'template.round-under-agreement', (agreement) => ({
    agreement: reference(agreement),
    fund: reference('trustFund'),
  })),
]

/** The templates that make no sense without a parent. */
export const PARENT_TEMPLATES: ReadonlySet<string> = new Set(templates.map(({id}) => id))
