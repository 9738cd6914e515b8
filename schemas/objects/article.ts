import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineField, defineType} from 'sanity'

import {shownWords} from '../labels/shown.ts'

/** An article of an agreement or annex, with an anchor that links can rely on. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'object',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'number',
      title: 'Number',
      description: 'As in the text, for example 4 or 4bis.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'anchor',
      title: 'Anchor',
      description:
        'The end of the web address of this article, for example art_4bis. Never change it once public.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'The heading of the article, when it has one.',
      type: 'internationalizedArrayString',
    }),
    defineField({
      name: 'text',
      title: 'Text',
      description: 'The text as signed.',
      type: 'internationalizedArrayBlockContent',
    }),
  ],
  preview: {
    select: {number: 'number', title: 'title'},
    prepare: ({number, title}) => ({title: `Art. ${number ?? ''}`, subtitle: shownWords(title)}),
  },
})
