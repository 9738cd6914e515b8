import type {Candidate, Reading} from '../model.ts'
import {canonicalUrl} from '../parse/webAddress.ts'
import type {DatasetView} from './dataset.ts'

/** The document that an old address belongs to now. */
export interface AddressTarget {
  /** Without `drafts.`. */
  id: string
  type: string
}

/** Where links of the old website lead. */
export interface AddressBook {
  /** By canonical address. */
  documents: ReadonlyMap<string, AddressTarget>
  /** The hosts of the old website: what nothing took over of them will be gone. */
  hosts: ReadonlySet<string>
}

/**
 * Every old address that has a document, in the dataset or in what is taken over now. Where several documents
 * have one address it leads to the project, as the site's own redirects do.
 */
export function addressBook(
  identified: readonly {candidate: Candidate; id: string}[],
  readings: readonly Pick<Reading, 'url'>[],
  view: DatasetView,
): AddressBook {
  const stored = [...view.byKey].flatMap(([name, [entry]]): [string, AddressTarget][] => {
    const url = /^\w+\|url:(?<url>.+)$/.exec(name)?.groups?.['url']
    return url && entry ? [[url, {id: entry.id, type: entry.current._type}]] : []
  })
  const planned = identified.flatMap(({candidate: {type, urls}, id}) =>
    urls.map((url): [string, AddressTarget] => [canonicalUrl(url) ?? url, {id, type}]),
  )
  const projectsLast = [...stored, ...planned].toSorted(
    ([, a], [, b]) => Number(a.type === 'project') - Number(b.type === 'project'),
  )
  const urls = [...projectsLast.map(([url]) => url), ...readings.flatMap(({url}) => url ?? [])]
  return {
    documents: new Map(projectsLast),
    hosts: new Set(urls.flatMap((url) => URL.parse(url)?.hostname ?? [])),
  }
}

/** The document that a link leads to; a place in a page leads to the page where it is no document of its own. */
export function documentAt(href: string, {documents}: AddressBook): AddressTarget | undefined {
  const url = canonicalUrl(href)
  return url === undefined ? undefined : (documents.get(url) ?? documents.get(url.replace(/#.*$/, '')))
}

/** Whether a link leads to a page of the old website that has no document: it breaks when that site goes. */
export function isBroken(href: string, book: AddressBook): boolean {
  const url = canonicalUrl(href)
  return url !== undefined && book.hosts.has(new URL(url).hostname) && documentAt(href, book) === undefined
}
