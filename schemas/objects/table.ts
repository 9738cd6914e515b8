import {ThListIcon} from '@sanity/icons/ThList'
import {defineField, defineType} from 'sanity'

import {tableOf} from '../values/table.ts'

/** A table in running text, for what readers compare. Its words are in the language of the text. */
export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'What the table shows, in one line above it. A screen reader reads it first.',
      type: 'string',
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      description:
        'Type in the cells, or copy a table in Excel or Word and paste it into the first cell. Leave amounts of rounds and projects to their fields.',
      type: 'tableRows',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'hasHeader',
      title: 'The first row names the columns',
      description: 'Readers see it in bold, and a screen reader repeats it with each cell.',
      type: 'boolean',
      initialValue: true,
    }),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows', hasHeader: 'hasHeader'},
    prepare: (value) => {
      const {caption, rows} = tableOf(value)
      const [first = []] = rows
      return {
        title: caption ?? first.filter(Boolean).join(' · '),
        subtitle: `${rows.length} × ${first.length}`,
      }
    },
  },
})
