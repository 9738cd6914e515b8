import {TagIcon} from '@sanity/icons/Tag'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownWords} from '../labels/shown.ts'

/** A subject that projects serve, such as social dialogue. */
export const theme = defineType({
  name: 'theme',
  title: 'Theme',
  type: 'document',
  icon: TagIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'description',
      title: 'Description',
      description: 'What the theme covers, in one or two sentences.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'sustainableDevelopmentGoals',
      title: 'Sustainable development goals',
      description: 'The goals that the theme serves.',
      type: 'array',
      group: 'relations',
      of: [defineArrayMember({type: 'reference', to: [{type: 'sustainableDevelopmentGoal'}]})],
    }),
    ...recordFields,
  ],
  orderings: [byTitle],
  preview: {
    select: {title: 'title', description: 'description'},
    prepare: ({title, description}) => ({
      title: shownWords(title),
      subtitle: shownWords(description),
    }),
  },
})
