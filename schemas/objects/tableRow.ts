import {defineArrayMember, defineField, defineType} from 'sanity'

/** A row of a table in running text. */
export const tableRow = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      description: 'One for each column; an empty cell is an empty text.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
  ],
})
