import type {Template} from 'sanity'
import {DESK_LABELS} from './labels/index.ts'

const parentId = [{name: 'id', type: 'string'}]

/** New documents that already know what they belong to. */
export const templates: Template<{id: string}>[] = [
  {
    id: 'project-in-round',
    title: 'Project in this round',
    i18n: {title: {key: 'template.project-in-round', ns: DESK_LABELS}},
    schemaType: 'project',
    parameters: parentId,
    value: ({id}: {id: string}) => ({channel: 'trustFund', round: {_type: 'reference', _ref: id}}),
  },
  {
    id: 'annex-of-agreement',
    title: 'Annex of this agreement',
    i18n: {title: {key: 'template.annex-of-agreement', ns: DESK_LABELS}},
    schemaType: 'annex',
    parameters: parentId,
    value: ({id}: {id: string}) => ({agreement: {_type: 'reference', _ref: id}}),
  },
]
