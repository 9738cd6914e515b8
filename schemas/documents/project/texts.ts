import {defineArrayMember, defineField} from 'sanity'

/** What readers read about a project. */
export const projectTexts = [
  defineField({
    name: 'alternativeTitles',
    title: 'Other titles',
    description: 'How else pages and documents call the project. Search finds them too.',
    type: 'array',
    group: 'words',
    of: [defineArrayMember({type: 'string'})],
  }),
  defineField({
    name: 'objective',
    title: 'Objective',
    description: 'What the project wants to achieve, in two or three sentences.',
    type: 'internationalizedArrayText',
    group: 'words',
  }),
  defineField({
    name: 'description',
    title: 'Description',
    description: 'The longer text of the project page. Leave figures to the fields for figures.',
    type: 'internationalizedArrayBlockContent',
    group: 'words',
  }),
  defineField({
    name: 'results',
    title: 'Results',
    description: 'What the project delivered and what it led to, one entry for each result.',
    type: 'array',
    group: 'words',
    of: [defineArrayMember({type: 'result'})],
  }),
  defineField({
    name: 'image',
    title: 'Photo',
    description: 'Shown at the top of the project page and in lists.',
    type: 'imageWithCredit',
    group: 'words',
  }),
]
