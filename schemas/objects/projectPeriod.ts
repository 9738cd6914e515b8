import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'

/** What was planned and what happened: sources often give two ends for one project. */
export const projectPeriod = defineType({
  name: 'projectPeriod',
  title: 'Duration',
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'plannedStart',
      title: 'Planned start',
      description: 'As announced or decided.',
      type: 'partialDate',
    }),
    defineField({
      name: 'plannedEnd',
      title: 'Planned end',
      description: 'As announced or decided.',
      type: 'partialDate',
    }),
    defineField({
      name: 'actualStart',
      title: 'Actual start',
      description: 'When the work really began. Shown instead of the planned start.',
      type: 'partialDate',
    }),
    defineField({
      name: 'actualEnd',
      title: 'Actual end',
      description: 'When the work really ended. Shown instead of the planned end.',
      type: 'partialDate',
    }),
    defineField({
      name: 'durationMonths',
      title: 'Duration in months',
      description: 'As announced, for example 24. Checked against the dates.',
      type: 'number',
      validation: (rule) => rule.integer().positive(),
    }),
  ],
  preview: {select: {title: 'plannedStart.value', subtitle: 'plannedEnd.value'}},
})
