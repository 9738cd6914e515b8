import {ListIcon} from '@sanity/icons/List'
import type {Tool} from 'sanity'
import {deskWord} from '../labels/index.ts'
import {ManageTool} from './ManageTool.tsx'

/** Many documents at once, beside the desk. */
export const manageTool = (): Tool => ({
  name: 'manage',
  title: deskWord('manage.tool'),
  icon: ListIcon,
  component: ManageTool,
})
