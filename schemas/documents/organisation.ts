import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byName} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {nameField, slugField} from '../fields/title.ts'
import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownWords} from '../labels/shown.ts'

/** What sort of organisation it is. */
const kinds = [
  {value: 'government', title: 'Government'},
  {value: 'governmentDepartment', title: 'Government department'},
  {value: 'governmentAgency', title: 'Government agency'},
  {value: 'localGovernment', title: 'Municipality or province'},
  {value: 'representation', title: 'Representation abroad'},
  {value: 'advisoryCouncil', title: 'Advisory council'},
  {value: 'internationalOrganisation', title: 'International organisation'},
  {value: 'iloOffice', title: 'ILO office'},
  {value: 'iloUnit', title: 'ILO department or programme'},
  {value: 'trainingCentre', title: 'Training centre'},
  {value: 'socialPartner', title: 'Social partner'},
  {value: 'civilSociety', title: 'Civil society'},
  {value: 'company', title: 'Company'},
  {value: 'other', title: 'Other'},
] as const

/** Whoever takes part: governments, the ILO and its offices, partners. */
export const organisation = defineType({
  name: 'organisation',
  title: 'Organisation',
  type: 'document',
  icon: UsersIcon,
  groups: documentGroups,
  fields: [
    nameField,
    slugField,
    defineField({
      name: 'acronym',
      title: 'Acronym',
      description: 'For example IAO in Dutch and ILO in English.',
      type: 'internationalizedArrayString',
      group: 'words',
    }),
    defineField({
      name: 'formerNames',
      title: 'Former names',
      description: 'Names that older pages and documents use.',
      type: 'array',
      group: 'words',
      of: [defineArrayMember({type: 'formerName'})],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'What sort of organisation it is.',
      type: 'string',
      group: 'facts',
      options: {
        list: [...kinds],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'website',
      title: 'Website',
      description: 'The full web address, with https://.',
      type: 'url',
      group: 'facts',
    }),
    defineField({
      name: 'externalIds',
      title: 'Codes',
      description: 'The codes that IATI, the OECD or others use.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'externalId'})],
    }),
    referenceField({
      name: 'parent',
      title: 'Part of',
      description: 'The organisation that this one belongs to.',
      to: 'organisation',
      group: 'relations',
    }),
    ...recordFields,
  ],
  orderings: [{name: 'kind', title: 'Kind', by: [{field: 'kind', direction: 'asc'}]}, byName],
  preview: {
    select: {name: 'name', acronym: 'acronym', kind: 'kind', parent: 'parent.name'},
    prepare: ({name, acronym, kind, parent}) => ({
      title: shownWords(name),
      subtitle: [shownWords(acronym), shownWords(parent) ?? optionLabel(kinds, kind)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
