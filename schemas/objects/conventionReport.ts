import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from 'sanity'

/** What Flanders contributed to one of Belgium's reports on a convention. */
export const conventionReport = defineType({
  name: 'conventionReport',
  title: 'Report',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: 'year',
      title: 'Year',
      description: 'The year in which it was reported.',
      type: 'number',
      validation: (rule) => rule.required().integer().min(1919),
    }),
    defineField({name: 'file', title: 'File', description: 'The report.', type: 'file'}),
    defineField({
      name: 'remark',
      title: 'Remark',
      description: 'For example which questions of the ILO it answers.',
      type: 'internationalizedArrayText',
    }),
  ],
  preview: {select: {title: 'year'}},
})
