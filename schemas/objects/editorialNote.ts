import {CommentIcon} from '@sanity/icons/Comment'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {optionLabel} from '../labels/interfaceLanguage.ts'
import {shownWords} from '../labels/shown.ts'

/** Why a colleague should read it. */
const kinds = [
  {value: 'contradiction', title: 'Sources contradict each other'},
  {value: 'gap', title: 'Not found'},
  {value: 'note', title: 'Remark'},
] as const

/** What colleagues must know about a fact: a contradiction between sources, or what is missing. */
export const editorialNote = defineType({
  name: 'editorialNote',
  title: 'Note',
  type: 'object',
  icon: CommentIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'A contradiction between sources, something that nobody has found, or another remark.',
      type: 'string',
      options: {
        list: [...kinds],
        layout: 'radio',
      },
      initialValue: 'note',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'field',
      title: 'About the field',
      description: 'The name of the field that the note is about.',
      type: 'string',
    }),
    defineField({
      name: 'text',
      title: 'Note',
      description: 'What each source says, and why the document says what it says.',
      type: 'internationalizedArrayText',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'sources',
      title: 'Sources',
      description: 'The pages that the note is about.',
      type: 'array',
      of: [defineArrayMember({type: 'source'})],
    }),
  ],
  preview: {
    select: {text: 'text', kind: 'kind', field: 'field'},
    prepare: ({text, kind, field}) => ({
      title: shownWords(text),
      subtitle: [optionLabel(kinds, kind), field].filter(Boolean).join(' · '),
    }),
  },
})
