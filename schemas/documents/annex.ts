import {DocumentsIcon} from '@sanity/icons/Documents'
import {defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {articlesField, filesField, preambleField} from '../fields/texts.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownWords} from '../labels/shown.ts'

/** An annex of exactly one agreement. */
export const annex = defineType({
  name: 'annex',
  title: 'Annex',
  type: 'document',
  icon: DocumentsIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'subject',
      title: 'Subject',
      description: 'What the annex is about, in one line.',
      type: 'internationalizedArrayString',
      group: 'words',
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'What the annex lays down, in two or three sentences.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    preambleField,
    articlesField,
    filesField('The text of the annex, one file for each language.'),
    defineField({
      name: 'number',
      title: 'Number',
      description: 'As in the agreement, for example I. Two annexes of one agreement cannot share a number.',
      type: 'string',
      group: 'facts',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'signedOn',
      title: 'Signed on',
      description: 'Only when the annex was signed on another day than its agreement.',
      type: 'partialDate',
      group: 'facts',
    }),
    referenceField({
      name: 'agreement',
      title: 'Belongs to',
      description: 'The agreement that this is an annex of.',
      to: 'agreement',
      group: 'relations',
      required: true,
    }),
    ...recordFields,
  ],
  orderings: [{name: 'number', title: 'Number', by: [{field: 'number', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', number: 'number', agreement: 'agreement.title'},
    prepare: ({title, number, agreement}) => ({
      title: shownWords(title) ?? number,
      subtitle: shownWords(agreement),
    }),
  },
})
