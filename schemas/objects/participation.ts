import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from 'sanity'

import {referenceField} from '../fields/reference.ts'
import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownWords} from '../labels/shown.ts'

/** What an organisation can do in a project. */
const roles = [
  {value: 'funding', title: 'Pays'},
  {value: 'accountable', title: 'Is accountable'},
  {value: 'extending', title: 'Passes the money on'},
  {value: 'implementing', title: 'Carries out'},
  {value: 'beneficiary', title: 'Receives the grant'},
  {value: 'partner', title: 'Partner'},
] as const

/** What an organisation does in a project. */
export const participation = defineType({
  name: 'participation',
  title: 'Participation',
  type: 'object',
  icon: UsersIcon,
  fields: [
    referenceField({
      name: 'organisation',
      title: 'Organisation',
      description: 'Who takes part. Make the organisation first when it is not in the list.',
      to: 'organisation',
      required: true,
    }),
    defineField({
      name: 'role',
      title: 'Role',
      description: 'What the organisation does in this project.',
      type: 'string',
      options: {
        list: [...roles],
      },
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {name: 'organisation.name', role: 'role'},
    prepare: ({name, role}) => ({title: shownWords(name), subtitle: optionLabel(roles, role)}),
  },
})
