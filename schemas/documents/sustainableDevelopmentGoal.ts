import {TargetIcon} from '@sanity/icons/Target'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownWords} from '../labels/shown.ts'

/** One of the seventeen goals of the United Nations, with its targets. */
export const sustainableDevelopmentGoal = defineType({
  name: 'sustainableDevelopmentGoal',
  title: 'Sustainable development goal',
  type: 'document',
  icon: TargetIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'number',
      title: 'Number',
      description: 'From 1 to 17.',
      type: 'number',
      group: 'facts',
      validation: (rule) => rule.required().integer().min(1).max(17),
    }),
    defineField({
      name: 'targets',
      title: 'Targets',
      description: 'The targets of this goal that the cooperation can serve.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'developmentTarget'})],
    }),
    ...recordFields,
  ],
  orderings: [{name: 'number', title: 'Number', by: [{field: 'number', direction: 'asc'}]}, byTitle],
  preview: {
    select: {title: 'title', number: 'number'},
    prepare: ({title, number}) => ({
      title: [number, shownWords(title)].filter(Boolean).join('. '),
      subtitle: 'SDG',
    }),
  },
})
