import type {ComponentType} from 'react'
import type {DeskLabel} from '../labels/index.ts'
import {Deleted} from './Deleted.tsx'
import {ExportLists} from './ExportLists.tsx'
import {PublishDrafts} from './PublishDrafts.tsx'

/** A part of the tool: what it is called, and what it shows. */
export interface ManageSection {
  id: string
  label: DeskLabel
  component: ComponentType
}

/** What can be done with many documents at once, in the order of the tabs. */
export const sections: readonly ManageSection[] = [
  {id: 'publish', label: 'manage.publish', component: PublishDrafts},
  {id: 'export', label: 'manage.export', component: ExportLists},
  {id: 'deleted', label: 'deleted.title', component: Deleted},
]
