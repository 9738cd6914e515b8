import {defineArrayMember, defineField} from 'sanity'

/** What stands above the first article of an agreement or annex. */
export const preambleField = defineField({
  name: 'preamble',
  title: 'Preamble',
  description: 'What stands above the first article: the parties, and what they considered.',
  type: 'internationalizedArrayBlockContent',
  group: 'words',
})

/** The articles of an agreement or annex. */
export const articlesField = defineField({
  name: 'articles',
  title: 'Articles',
  description: 'The articles of the text, each with an anchor that links can rely on.',
  type: 'array',
  group: 'words',
  of: [defineArrayMember({type: 'article'})],
})

/**
 * Files of a document, each in a language of its own.
 *
 * @param description what the files are, for an editor
 */
export const filesField = (description: string) =>
  defineField({
    name: 'files',
    title: 'Files',
    description,
    type: 'array',
    group: 'words',
    of: [defineArrayMember({type: 'fileInLanguage'})],
  })
