import {type AddressBook, documentAt, isBroken} from '../link/addresses.ts'
import type {Reading} from '../model.ts'
import type {Plan} from './model.ts'

/**
 * Where the links of the sources lead: to something that has a document now, to a page of the old website that
 * nothing took over (broken once that site is gone), or elsewhere.
 */
export function sortLinks(readings: readonly Reading[], book: AddressBook): Plan['links'] {
  const links: Plan['links'] = {internal: [], external: [], broken: []}
  for (const link of readings.flatMap((reading) => reading.links)) {
    const to = documentAt(link.href, book)?.id
    if (to) links.internal.push({...link, to})
    else if (isBroken(link.href, book)) links.broken.push(link)
    else links.external.push(link)
  }
  return links
}
