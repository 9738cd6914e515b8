import {defineField} from 'sanity'

import {languages} from '../languages.ts'
import {wordsPreferring} from '../values/localised.ts'

/** An input for each language, so that a new document shows at once that it wants both. */
const inputPerLanguage = languages.map(({id}) => ({
  _key: id,
  _type: 'internationalizedArrayStringValue',
  language: id,
}))

/** The title in each language; a document is published in the languages that have one. */
export const titleField = defineField({
  name: 'title',
  title: 'Title',
  description: 'As published. A language without a title is not shown to readers of that language.',
  type: 'internationalizedArrayString',
  group: 'words',
  initialValue: inputPerLanguage,
  validation: (rule) => rule.required(),
})

/** The same for what has a name: organisations and places. */
export const nameField = defineField({
  name: 'name',
  title: 'Name',
  description: 'The official name. A language without a name is not shown to readers of that language.',
  type: 'internationalizedArrayString',
  group: 'words',
  initialValue: inputPerLanguage,
  validation: (rule) => rule.required(),
})

const MAX_SLUG_LENGTH = 96

/** The part of the web address that names this document, made from the English title, else the Dutch one. */
export const slugField = defineField({
  name: 'slug',
  title: 'Web address',
  description:
    'The last part of the address on the website. Keep it once the page is public: links depend on it.',
  type: 'slug',
  group: 'words',
  options: {
    maxLength: MAX_SLUG_LENGTH,
    source: (document) => wordsPreferring(document['title'] ?? document['name'], 'en') ?? '',
  },
  validation: (rule) => rule.required(),
})
