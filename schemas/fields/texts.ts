import {defineArrayMember, defineField} from 'sanity'

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
