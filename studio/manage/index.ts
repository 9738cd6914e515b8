import {ListIcon} from '@sanity/icons/List'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'
import {deskWord} from '../labels/index.ts'
import {ManageTool} from './ManageTool.tsx'

/** Many documents at once, beside the desk. */
export const manageTool = (): Tool => ({
  name: 'manage',
  title: deskWord('manage.tool'),
  icon: ListIcon,
  component: ManageTool,
  // The open tab is part of the address.
  router: route.create('/', [route.create('/:section')]),
})
