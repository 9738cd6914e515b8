import {DocumentIcon} from '@sanity/icons/Document'
import {defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownWords} from '../labels/shown.ts'

/** A page of running text, such as an explanation of the cooperation. */
export const page = defineType({
  name: 'page',
  title: 'Page',
  type: 'document',
  icon: DocumentIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'One or two sentences for search engines.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'The text of the page. Leave figures to the rounds and projects: they are counted there.',
      type: 'internationalizedArrayBlockContent',
      group: 'words',
    }),
    defineField({
      name: 'image',
      title: 'Photo',
      description: 'Shown above the text.',
      type: 'imageWithCredit',
      group: 'words',
    }),
    ...recordFields,
  ],
  orderings: [byTitle],
  preview: {
    select: {title: 'title', slug: 'slug.current', media: 'image'},
    prepare: ({title, slug, media}) => ({title: shownWords(title), subtitle: slug, media}),
  },
})
