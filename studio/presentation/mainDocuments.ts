import type {DocumentResolver} from 'sanity/presentation'
import {languages} from '../../schemas/languages.ts'
import {documentSections, sections} from '../../site/addresses.ts'

/** The document that an address of the site is about; lists have none. */
export const mainDocuments: DocumentResolver[] = [
  ...documentSections.map((type) => ({
    route: languages.map(({id}) => `/${id}/${sections[type][id]}/:slug`),
    filter: `_type == "${type}" && slug.current == $slug`,
  })),
  {route: languages.map(({id}) => `/${id}`), type: 'siteSettings'},
]
