import type {FetchFunction} from '../lakeTransport.ts'
import {alsoByFacts, type SearchQuery} from './factSearch.ts'

/** An address and, for a query that is too long for one, a body. */
interface QueryRequest {
  url: string
  body?: string
}

const QUERY_PATH = /\/data\/query\//

/** A `fetch` with which the Studio's search asks by facts as well; any other request stays what it is. */
export const searchingFacts =
  (fetchPlainly: FetchFunction): FetchFunction =>
  (input, init) => {
    const {url, body} = withFacts({url: input, ...(typeof init?.body === 'string' ? {body: init.body} : {})})
    return fetchPlainly(url, body === undefined ? init : {...init, body})
  }

function withFacts({url, body}: QueryRequest): QueryRequest {
  const address = new URL(url)
  if (!QUERY_PATH.test(address.pathname)) return {url, ...(body === undefined ? {} : {body})}
  return body === undefined ? {url: inAddress(address) ?? url} : {url, body: inBody(body) ?? body}
}

function inAddress(address: URL): string | undefined {
  const params = Object.fromEntries(
    [...address.searchParams].flatMap(([name, value]) =>
      name.startsWith('$') ? [[name.slice(1), JSON.parse(value) as unknown]] : [],
    ),
  )
  const search = alsoByFacts({query: address.searchParams.get('query') ?? '', params})
  if (!search) return undefined
  address.searchParams.set('query', search.query)
  for (const [name, value] of Object.entries(search.params)) {
    address.searchParams.set(`$${name}`, JSON.stringify(value))
  }
  return address.href
}

function inBody(body: string): string | undefined {
  const {query = '', params = {}, ...rest} = JSON.parse(body) as Partial<SearchQuery>
  const search = alsoByFacts({query, params})
  return search && JSON.stringify({...rest, ...search})
}
