/** What a host of files says by itself, or what holds for a single answer. */
const OF_THE_HOST = new Set(['date', 'etag', 'vary', 'content-length', 'retry-after'])

/** Headers that a host is told to send. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** The headers of an answer. */
export function headersOf(response: Response): HeaderList {
  return [...response.headers].filter(([name]) => !OF_THE_HOST.has(name))
}

/** The headers that every page has in common: how long it may be kept is for the host. */
export function pageHeadersOf(response: Response): HeaderList {
  return headersOf(response).filter(([name]) => name !== 'content-type' && name !== 'cache-control')
}

/** How long an answer may be kept. */
export function keepingOf(response: Response): HeaderList {
  return headersOf(response).filter(([name]) => name === 'cache-control')
}

/**
 * The file `_headers`, as Netlify and Cloudflare Pages read it: headers by pattern of path. What all paths
 * have is said once, since hosts would send it twice.
 */
export function headerRules(rules: ReadonlyMap<string, HeaderList>): string {
  const common = new Map(rules.get('/*'))
  return [...rules]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, headers]) => {
      const own = pattern === '/*' ? headers : headers.filter(([name, value]) => common.get(name) !== value)
      return [pattern, ...own.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
    })
    .join('\n')
}
