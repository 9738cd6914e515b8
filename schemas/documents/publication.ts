import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'

import {aboutField} from '../fields/about.ts'
import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {filesField} from '../fields/texts.ts'
import {slugField, titleField} from '../fields/title.ts'
import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownDate, shownWords} from '../labels/shown.ts'

/** What sort of publication it is. */
const kinds = [
  {value: 'report', title: 'Report'},
  {value: 'evaluation', title: 'Evaluation'},
  {value: 'study', title: 'Study'},
  {value: 'handbook', title: 'Handbook'},
  {value: 'film', title: 'Film'},
  {value: 'projectDocument', title: 'Project document'},
  {value: 'other', title: 'Other'},
] as const

/** A report, study, film or other document that came out of the cooperation. */
export const publication = defineType({
  name: 'publication',
  title: 'Publication',
  type: 'document',
  icon: BookIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'What a reader finds in it, in two or three sentences.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    filesField('One file for each language.'),
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'What sort of publication it is.',
      type: 'string',
      group: 'facts',
      options: {
        list: [...kinds],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'publishedOn',
      title: 'Published on',
      description: 'As far as it is known.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'url',
      title: 'Where it can be found',
      description: 'The address at the publisher, when we do not offer the file ourselves.',
      type: 'url',
      group: 'facts',
    }),
    aboutField,
    ...recordFields,
  ],
  orderings: [
    {
      name: 'publishedDescending',
      title: 'Published, newest first',
      by: [{field: 'publishedOn.value', direction: 'desc'}],
    },
    byTitle,
  ],
  preview: {
    select: {title: 'title', kind: 'kind', publishedOn: 'publishedOn.value'},
    prepare: ({title, kind, publishedOn}) => ({
      title: shownWords(title),
      subtitle: [optionLabel(kinds, kind), shownDate(publishedOn)].filter(Boolean).join(' · '),
    }),
  },
})
