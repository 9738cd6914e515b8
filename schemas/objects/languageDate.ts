import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'

/** The day on which one language version appeared. */
export const languageDate = defineType({
  name: 'languageDate',
  title: 'Day of one language',
  type: 'object',
  icon: CalendarIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      description: 'The language that appeared on another day.',
      type: 'string',
      options: {
        list: [
          {value: 'nl', title: 'Dutch'},
          {value: 'en', title: 'English'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'date',
      title: 'Published on',
      description: 'The day on which this language appeared.',
      type: 'date',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'date', subtitle: 'language'}},
})
