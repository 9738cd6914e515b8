import {files} from './files.ts'
import {titleLink} from './links.ts'

/** The publications about a document, newest first: files of ours, or an address elsewhere. */
export const publications = /* groq */ `
  "publications": *[_type == "publication" && references(^._id)] | order(coalesce(publishedOn.value, "") desc, _id asc) {
    ${titleLink}, kind, publishedOn, url, ${files}
  }` as const
