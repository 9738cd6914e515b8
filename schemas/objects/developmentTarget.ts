import {TargetIcon} from '@sanity/icons/Target'
import {defineField, defineType} from 'sanity'

import {shownWords} from '../labels/shown.ts'

/** A target of a sustainable development goal, such as 8.8. */
export const developmentTarget = defineType({
  name: 'developmentTarget',
  title: 'Target',
  type: 'object',
  icon: TargetIcon,
  fields: [
    defineField({
      name: 'code',
      title: 'Code',
      description: 'For example 8.8 or 8.a.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'label',
      title: 'Label',
      description: 'What the target asks, in a few words of our own.',
      type: 'internationalizedArrayString',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {code: 'code', label: 'label'},
    prepare: ({code, label}) => ({title: code, subtitle: shownWords(label)}),
  },
})
