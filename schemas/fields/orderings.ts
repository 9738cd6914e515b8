import type {SortOrdering} from 'sanity'

/** By the words in the language that stands first, which is Dutch where a document has it. */
const alphabetical = (attribute: 'title' | 'name'): SortOrdering => ({
  name: 'alphabetical',
  title: 'Alphabetical',
  by: [{field: `${attribute}[0].value`, direction: 'asc'}],
})

/** Documents with a title, from A to Z. */
export const byTitle = alphabetical('title')

/** Documents with a name, from A to Z. */
export const byName = alphabetical('name')
