import {BarChartIcon} from '@sanity/icons/BarChart'
import type {Tool} from 'sanity'
import {deskWord} from '../labels/index.ts'
import {FundOverview} from './FundOverview.tsx'

/** The fund in pictures, beside the desk. */
export const fundOverview = (): Tool => ({
  name: 'fund-overview',
  title: deskWord('overview.tool'),
  icon: BarChartIcon,
  component: FundOverview,
})
