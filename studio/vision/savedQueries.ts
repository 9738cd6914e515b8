import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {legacyUrls, questions, type QueryName} from '../../queries/index.ts'

/** A query as Vision keeps it for a person. */
export interface SavedQuery {
  _key: string
  title: string
  url: string
  savedAt?: string
  shared?: boolean
}

/** Which queries of the library a person has been offered, each with a mark of its text then. */
export type Offered = Record<string, string>

/** One document of each type that has a page, so that questions about one have an answer. */
export const EXAMPLES_QUERY = /* groq */ `{
  "agreement": *[_type == "agreement" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "annex": *[_type == "annex" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "round": *[_type == "trustFundRound" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "project": *[_type == "project" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "organisation": *[_type == "organisation" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "newsItem": *[_type == "newsItem" && defined(slug.current)] | order(_id asc) [0].slug.current,
  "page": *[_type == "page" && defined(slug.current)] | order(_id asc) [0].slug.current
}`

export type Examples = Partial<Record<string, string | null>>

/**
 * The queries of the library as Vision saves them, with parameters that fit.
 *
 * @param baseUrl address of the query endpoint of the dataset, with its version
 * @param examples answer to `EXAMPLES_QUERY`
 */
export function libraryQueries(baseUrl: string, examples: Examples, now: Date): SavedQuery[] {
  return Object.entries(questions).map(([name, {query, params}], index) => {
    const values = params.parse({
      language: interfaceLanguage(),
      slug: examples[name] || 'slug',
      path: '/nl',
      urls: legacyUrls('/nl').slice(0, 1),
    })
    const search = new URLSearchParams({query: query.trim(), perspective: 'published'})
    for (const [key, value] of Object.entries(values)) search.set(`$${key}`, JSON.stringify(value))
    // Vision lists what was saved last first, so the alphabet begins there.
    const savedAt = new Date(now.getTime() - index * 1000).toISOString()
    return {_key: keyOf(name as QueryName), title: name, url: `${baseUrl}?${search}`, savedAt, shared: false}
  })
}

/**
 * Puts the queries of the library among those that a person has: new ones are added, one whose text the
 * library has changed is replaced unless the person changed it too, and what was deleted stays so.
 *
 * @returns undefined when there is nothing to write
 */
export function withLibrary(
  kept: readonly SavedQuery[],
  offered: Offered,
  library: readonly SavedQuery[],
): {queries: SavedQuery[]; offered: Offered} | undefined {
  const fresh = library.filter(({_key, url}) => offered[_key] !== markOf(url))
  if (fresh.length === 0) return undefined
  const isUntouched = ({_key, url}: SavedQuery) => offered[_key] === markOf(url)
  const replaced = kept.map((query) =>
    isUntouched(query) ? (fresh.find(({_key}) => _key === query._key) ?? query) : query,
  )
  const added = fresh.filter(({_key}) => !(_key in offered) && !kept.some((query) => query._key === _key))
  return {
    queries: [...replaced, ...added],
    offered: {...offered, ...Object.fromEntries(fresh.map(({_key, url}) => [_key, markOf(url)]))},
  }
}

const keyOf = (name: QueryName): string => `library-${name}`

/** A short mark of the query in an address; parameters may change without it. */
function markOf(url: string): string {
  const text = URL.canParse(url) ? (new URL(url).searchParams.get('query') ?? '') : ''
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
