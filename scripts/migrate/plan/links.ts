import type {Reading} from '../model.ts'
import {canonicalUrl} from '../parse/webAddress.ts'
import type {Operation, Plan} from './model.ts'
import type {DatasetView} from '../link/dataset.ts'

/**
 * Where the links of the sources lead: to something that has a document now, to a page of the old website that
 * nothing took over (broken once that site is gone), or elsewhere.
 */
export function sortLinks(
  readings: readonly Reading[],
  operations: readonly Operation[],
  view: DatasetView,
): Plan['links'] {
  const documentByUrl = new Map<string, string>()
  for (const [name, [entry]] of view.byKey) {
    const url = /^\w+\|url:(?<url>[^#]+)$/.exec(name)?.groups?.['url']
    if (url && entry) documentByUrl.set(url, entry.id)
  }
  for (const {id, document} of operations) {
    for (const url of legacyUrls(document['provenance'])) documentByUrl.set(url, id)
  }
  const hosts = new Set(readings.flatMap(({url}) => (url ? [new URL(url).hostname] : [])))
  const links: Plan['links'] = {internal: [], external: [], broken: []}
  for (const link of readings.flatMap((reading) => reading.links)) {
    const url = canonicalUrl(link.href)
    const to = url && documentByUrl.get(url)
    if (to) links.internal.push({...link, to})
    else if (url && hosts.has(new URL(url).hostname)) links.broken.push(link)
    else links.external.push(link)
  }
  return links
}

function legacyUrls(provenance: unknown): string[] {
  if (typeof provenance !== 'object' || provenance === null || !('legacyUrls' in provenance)) return []
  const {legacyUrls: urls} = provenance
  return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : []
}
