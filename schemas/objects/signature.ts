import {ComposeIcon} from '@sanity/icons/Compose'
import {defineField, defineType} from 'sanity'

import {referenceField} from '../fields/reference.ts'
import {shownWords} from '../labels/shown.ts'

/** Who signed, in which office, for which party. */
export const signature = defineType({
  name: 'signature',
  title: 'Signature',
  type: 'object',
  icon: ComposeIcon,
  fields: [
    defineField({name: 'person', title: 'Person', description: 'First and last name.', type: 'string'}),
    defineField({
      name: 'role',
      title: 'Office',
      description: 'The office in which the person signed, for example Director-General.',
      type: 'internationalizedArrayString',
    }),
    referenceField({
      name: 'party',
      title: 'For',
      description: 'The party on whose behalf the person signed.',
      to: 'organisation',
    }),
  ],
  preview: {
    select: {person: 'person', role: 'role', party: 'party.name'},
    prepare: ({person, role, party}) => ({
      title: person ?? shownWords(party),
      subtitle: shownWords(role),
    }),
  },
})
