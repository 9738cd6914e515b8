import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {articlesField, filesField, preambleField} from '../fields/texts.ts'
import {slugField, titleField} from '../fields/title.ts'
import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownDate, shownWords} from '../labels/shown.ts'

/** What sort of agreement it is. */
const kinds = [
  {value: 'cooperationAgreement', title: 'Cooperation agreement'},
  {value: 'precursor', title: 'Precursor'},
] as const

/** An agreement of the Government of Flanders with the ILO, or with the Turin centre before it. */
export const agreement = defineType({
  name: 'agreement',
  title: 'Agreement',
  type: 'document',
  icon: DocumentTextIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'Two or three sentences: what was agreed, and what was new.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    preambleField,
    articlesField,
    filesField('The signed text, one file for each language.'),
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'A precursor is an agreement that led to the cooperation but was not with the ILO itself.',
      type: 'string',
      group: 'facts',
      options: {
        list: [...kinds],
        layout: 'radio',
      },
      initialValue: 'cooperationAgreement',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'approvedOn',
      title: 'Approved on',
      description: 'The day on which the Government of Flanders approved the text.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'signedOn',
      title: 'Signed on',
      description: 'The day on which both parties signed; the year or month when no more is known.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'entryIntoForce',
      title: 'In force from',
      description: 'Only when it was published. Otherwise the day of signing counts.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'endDate',
      title: 'Ends on',
      description: 'Leave empty when the text names no end.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'place',
      title: 'Signed in',
      description: 'The city.',
      type: 'string',
      group: 'facts',
    }),
    defineField({
      name: 'signatures',
      title: 'Signatures',
      description: 'Who signed for each party.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'signature'})],
    }),
    referenceField({
      name: 'counterparty',
      title: 'Other party',
      description: 'With whom the Government of Flanders made the agreement.',
      to: 'organisation',
      group: 'relations',
      required: true,
    }),
    referenceField({
      name: 'replaces',
      title: 'Replaces',
      description: 'The agreement that this one took the place of.',
      to: 'agreement',
      group: 'relations',
    }),
    ...recordFields,
  ],
  orderings: [
    {
      name: 'signedDescending',
      title: 'Signed, newest first',
      by: [{field: 'signedOn.value', direction: 'desc'}],
    },
    byTitle,
  ],
  preview: {
    select: {title: 'title', signedOn: 'signedOn.value', endDate: 'endDate.value', kind: 'kind'},
    prepare: ({title, signedOn, endDate, kind}) => ({
      title: shownWords(title),
      subtitle: [signedOn, endDate].map(shownDate).filter(Boolean).join(' – ') || optionLabel(kinds, kind),
    }),
  },
})
