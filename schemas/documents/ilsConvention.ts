import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownDate, shownWords} from '../labels/shown.ts'

/** A convention of the ILO, its ratification by Belgium, and what Flanders decided and reported on it. */
export const ilsConvention = defineType({
  name: 'ilsConvention',
  title: 'ILO convention',
  type: 'document',
  icon: BookmarkIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'What the convention is about, in one or two sentences.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'number',
      title: 'Number',
      description: 'For example 190 for C190.',
      type: 'number',
      group: 'facts',
      validation: (rule) => rule.required().integer().positive(),
    }),
    defineField({
      name: 'fundamental',
      title: 'Fundamental convention',
      description: 'One of the conventions that every member of the ILO must respect.',
      type: 'boolean',
      group: 'facts',
      initialValue: false,
    }),
    defineField({
      name: 'adoptedOn',
      title: 'Adopted on',
      description: 'The day on which the International Labour Conference adopted it.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'flemishApprovalOn',
      title: 'Approved in Flanders on',
      description:
        'The day on which the Government of Flanders approved it, for conventions that touch Flemish powers.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'flemishDecreeOn',
      title: 'Flemish decree of',
      description: 'The date of the decree by which Flanders assented.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'ratifiedOn',
      title: 'Ratified by Belgium on',
      description: 'Leave empty until it was checked in NORMLEX, the database of the ILO.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'reports',
      title: 'Reports',
      description: 'What Flanders reported on how it applies the convention.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'conventionReport'})],
    }),
    ...recordFields,
  ],
  orderings: [{name: 'number', title: 'Number', by: [{field: 'number', direction: 'asc'}]}, byTitle],
  preview: {
    select: {title: 'title', number: 'number', ratifiedOn: 'ratifiedOn.value'},
    prepare: ({title, number, ratifiedOn}) => ({
      title: shownWords(title),
      subtitle: [number && `C${String(number).padStart(3, '0')}`, shownDate(ratifiedOn)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
