import {TrendUpwardIcon} from '@sanity/icons/TrendUpward'
import {defineField, defineType} from 'sanity'

import {wordsPreferring} from '../values/localised.ts'

/** What a project delivered or changed. */
export const result = defineType({
  name: 'result',
  title: 'Result',
  type: 'object',
  icon: TrendUpwardIcon,
  fields: [
    defineField({
      name: 'type',
      title: 'Kind of result',
      description: 'What was made, what it led to, or the lasting change.',
      type: 'string',
      options: {
        list: [
          {value: 'output', title: 'Delivered'},
          {value: 'outcome', title: 'Effect'},
          {value: 'impact', title: 'Lasting change'},
          {value: 'other', title: 'Other'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'text',
      title: 'Result',
      description: 'One result in one or two sentences.',
      type: 'internationalizedArrayText',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'indicator',
      title: 'Measured by',
      description: 'The figure that shows the result, for example 45 firms trained.',
      type: 'string',
    }),
  ],
  preview: {
    select: {text: 'text', type: 'type'},
    prepare: ({text, type}) => ({title: wordsPreferring(text, 'nl'), subtitle: type}),
  },
})
