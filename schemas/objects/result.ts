import {TrendUpwardIcon} from '@sanity/icons/TrendUpward'
import {defineField, defineType} from 'sanity'

import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownWords} from '../labels/shown.ts'

/** How far a result reaches. */
const kinds = [
  {value: 'output', title: 'Delivered'},
  {value: 'outcome', title: 'Effect'},
  {value: 'impact', title: 'Lasting change'},
  {value: 'other', title: 'Other'},
] as const

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
        list: [...kinds],
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
    prepare: ({text, type}) => ({title: shownWords(text), subtitle: optionLabel(kinds, type)}),
  },
})
