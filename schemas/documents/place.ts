import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType, type ConditionalPropertyCallbackContext} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byName} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {nameField, slugField} from '../fields/title.ts'
import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownWords} from '../labels/shown.ts'

/** What sort of place it is. */
const kinds = [
  {value: 'country', title: 'Country'},
  {value: 'region', title: 'Region'},
  {value: 'subnational', title: 'Part of a country'},
] as const

/** A country, a region of countries, or a part of a country. */
export const place = defineType({
  name: 'place',
  title: 'Place',
  type: 'document',
  icon: EarthGlobeIcon,
  groups: documentGroups,
  fields: [
    nameField,
    slugField,
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'A region is a group of countries, such as Southern Africa.',
      type: 'string',
      group: 'facts',
      options: {
        list: [...kinds],
        layout: 'radio',
      },
      initialValue: 'country',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'isoCode',
      title: 'ISO code',
      description: 'Two letters, for example MW for Malawi.',
      type: 'string',
      group: 'facts',
      hidden: isNotOfKind('country'),
      validation: (rule) =>
        rule.regex(/^[A-Z]{2}$/).error({
          'nl-NL': 'Een ISO-code is twee hoofdletters, zoals MW. Verbeter de code.',
          'en-US': 'An ISO code is two capital letters, such as MW. Correct the code.',
        }),
    }),
    defineField({
      name: 'dacCode',
      title: 'OECD DAC code',
      description: 'The number of the region in the OECD code list, for example 1029.',
      type: 'string',
      group: 'facts',
      hidden: isNotOfKind('region'),
      validation: (rule) =>
        rule.regex(/^\d{2,5}$/).error({
          'nl-NL': 'Een DAC-code is een getal van twee tot vijf cijfers, zoals 1029. Verbeter de code.',
          'en-US': 'A DAC code is a number of two to five digits, such as 1029. Correct the code.',
        }),
    }),
    referenceField({
      name: 'parent',
      title: 'Lies in',
      description: 'The country or region that this place lies in.',
      to: 'place',
      group: 'relations',
    }),
    ...recordFields,
  ],
  orderings: [
    {
      name: 'kindAndCode',
      title: 'Kind and code',
      by: [
        {field: 'kind', direction: 'asc'},
        {field: 'isoCode', direction: 'asc'},
      ],
    },
    byName,
  ],
  preview: {
    select: {name: 'name', kind: 'kind', isoCode: 'isoCode', dacCode: 'dacCode', parent: 'parent.name'},
    prepare: ({name, kind, isoCode, dacCode, parent}) => ({
      title: shownWords(name),
      subtitle: [optionLabel(kinds, kind), isoCode ?? dacCode, shownWords(parent)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

/** A code that is there stays visible, so that it can be corrected or taken away. */
function isNotOfKind(kind: string) {
  return ({document, value}: ConditionalPropertyCallbackContext) =>
    document?.['kind'] !== kind && value === undefined
}
