import {MarkerIcon} from '@sanity/icons/Marker'
import {defineField, defineType} from 'sanity'

import {referenceField} from '../fields/reference.ts'
import {shownWords} from '../labels/shown.ts'

/** Where a project works and, when it was published, which share of the money goes there. */
export const placeShare = defineType({
  name: 'placeShare',
  title: 'Place',
  type: 'object',
  icon: MarkerIcon,
  fields: [
    referenceField({
      name: 'place',
      title: 'Place',
      description: 'A country, region, province or district.',
      to: 'place',
      required: true,
    }),
    defineField({
      name: 'percentage',
      title: 'Share in percent',
      description: 'Only when it was published. The shares of a project add up to 100.',
      type: 'number',
      validation: (rule) => rule.min(0).max(100),
    }),
  ],
  preview: {
    select: {name: 'place.name', percentage: 'percentage'},
    prepare: ({name, percentage}) => ({
      title: shownWords(name),
      subtitle: percentage === undefined ? undefined : `${percentage} %`,
    }),
  },
})
