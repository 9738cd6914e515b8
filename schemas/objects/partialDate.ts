import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'
import {optionLabel} from '../labels/interfaceLanguage.ts'

/** How exactly a date can be known. */
const precisions = [
  {value: 'year', title: 'Year'},
  {value: 'month', title: 'Month'},
  {value: 'day', title: 'Day'},
] as const

/** A date as far as it is known. */
export const partialDate = defineType({
  name: 'partialDate',
  title: 'Date',
  type: 'object',
  icon: CalendarIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'value',
      title: 'Date',
      description: 'As far as it is known: 2018, 2018-04 or 2018-04-23.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'precision',
      title: 'Known to the',
      description: 'Must match what is written: 2018 is known to the year.',
      type: 'string',
      options: {
        list: [...precisions],
        layout: 'radio',
        direction: 'horizontal',
      },
      // No initial value: it would make an empty, unpublishable object in every new document.
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {value: 'value', precision: 'precision'},
    prepare: ({value, precision}) => ({title: value, subtitle: optionLabel(precisions, precision)}),
  },
})
