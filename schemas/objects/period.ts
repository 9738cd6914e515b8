import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'

/** From one date to another, both included; either may be unknown. */
export const period = defineType({
  name: 'period',
  title: 'Period',
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'start',
      title: 'Start',
      description: 'The first day, month or year.',
      type: 'partialDate',
    }),
    defineField({
      name: 'end',
      title: 'End',
      description: 'The last day, month or year.',
      type: 'partialDate',
    }),
  ],
  preview: {select: {title: 'start.value', subtitle: 'end.value'}},
})
