import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {slugField, titleField} from '../fields/title.ts'
import {currencies} from '../values/money.ts'
import {shownDate, shownWords} from '../labels/shown.ts'

/** The Flanders–ILO Trust Fund. There is one, with the id `trustFund`. */
export const trustFund = defineType({
  name: 'trustFund',
  title: 'Trust fund',
  type: 'document',
  icon: CaseIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'alternativeTitles',
      title: 'Other names',
      description: 'How else pages and documents call the fund. Search finds them too.',
      type: 'array',
      group: 'words',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'What the fund is for, how often it is filled and who chooses the projects.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'establishedOn',
      title: 'Established on',
      description: 'As far as it is known.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'currency',
      title: 'Currency',
      description: 'The currency of the contributions.',
      type: 'string',
      group: 'facts',
      options: {list: currencies.map((code) => ({value: code, title: code}))},
      initialValue: 'EUR',
      validation: (rule) => rule.required(),
    }),
    referenceField({
      name: 'governedBy',
      title: 'Governed by',
      description: 'The annex that lays down how the fund works.',
      to: 'annex',
      group: 'relations',
    }),
    defineField({
      name: 'priorities',
      title: 'Priority themes',
      description: 'The themes that projects of the fund must serve.',
      type: 'array',
      group: 'relations',
      of: [defineArrayMember({type: 'reference', to: [{type: 'theme'}]})],
    }),
    defineField({
      name: 'preferredPlaces',
      title: 'Preferred places',
      description: 'Where projects of the fund preferably work.',
      type: 'array',
      group: 'relations',
      of: [defineArrayMember({type: 'reference', to: [{type: 'place'}]})],
    }),
    ...recordFields,
  ],
  preview: {
    select: {title: 'title', establishedOn: 'establishedOn.value', currency: 'currency'},
    prepare: ({title, establishedOn, currency}) => ({
      title: shownWords(title),
      subtitle: [shownDate(establishedOn), currency].filter(Boolean).join(' · '),
    }),
  },
})
