import {BellIcon} from '@sanity/icons/Bell'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {aboutField} from '../fields/about.ts'
import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownDate, shownWords} from '../labels/shown.ts'

/** News on the cooperation. */
export const newsItem = defineType({
  name: 'newsItem',
  title: 'News item',
  type: 'document',
  icon: BellIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'One or two sentences for lists and search engines.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'The news itself.',
      type: 'internationalizedArrayBlockContent',
      group: 'words',
    }),
    defineField({
      name: 'image',
      title: 'Photo',
      description: 'Shown above the text and in lists.',
      type: 'imageWithCredit',
      group: 'words',
    }),
    defineField({
      name: 'publishedOn',
      title: 'Published on',
      description: 'The day that readers see with the news.',
      type: 'date',
      group: 'facts',
      initialValue: () => new Date().toISOString().slice(0, 10),
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'languageDates',
      title: 'Another day in one language',
      description: 'Only when a language followed later.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'languageDate'})],
    }),
    aboutField,
    ...recordFields,
  ],
  orderings: [
    {
      name: 'publishedDescending',
      title: 'Published, newest first',
      by: [{field: 'publishedOn', direction: 'desc'}],
    },
    byTitle,
  ],
  preview: {
    select: {title: 'title', publishedOn: 'publishedOn', media: 'image'},
    prepare: ({title, publishedOn, media}) => ({
      title: shownWords(title),
      subtitle: shownDate(publishedOn),
      media,
    }),
  },
})
