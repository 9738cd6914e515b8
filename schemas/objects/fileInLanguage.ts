import {DocumentPdfIcon} from '@sanity/icons/DocumentPdf'
import {defineField, defineType} from 'sanity'

/** A file in one language. */
export const fileInLanguage = defineType({
  name: 'fileInLanguage',
  title: 'File',
  type: 'file',
  icon: DocumentPdfIcon,
  fields: [
    defineField({
      name: 'language',
      title: 'Language of the file',
      description: 'The language that the file is written in.',
      type: 'string',
      options: {
        list: [
          {value: 'nl', title: 'Dutch'},
          {value: 'en', title: 'English'},
          {value: 'fr', title: 'French'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'What the file is called on the website.',
      type: 'string',
    }),
  ],
})
