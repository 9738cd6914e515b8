import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from 'sanity'

import {shownWords} from '../labels/shown.ts'

/** A name that an organisation had before; old pages and documents still use it. */
export const formerName = defineType({
  name: 'formerName',
  title: 'Former name',
  type: 'object',
  icon: ClockIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'The name in each language.',
      type: 'internationalizedArrayString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'usedUntil',
      title: 'Used until',
      description: 'As far as it is known.',
      type: 'partialDate',
    }),
  ],
  preview: {
    select: {name: 'name', until: 'usedUntil.value'},
    prepare: ({name, until}) => ({title: shownWords(name), subtitle: until}),
  },
})
