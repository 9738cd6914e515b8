/** Hosts that served the same pages over the years; the last one is the name that addresses are compared by. */
const SAME_SITE: Record<string, string> = {
  'fdfa.be': 'www.fdfa.be',
  'fdfa.eu': 'www.fdfa.be',
  'www.fdfa.eu': 'www.fdfa.be',
}

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * One form for all addresses of a page: https, one host for the site's former names, no query, no closing
 * slash, percent-encoding as browsers write it. The fragment stays, since a round page's projects have one.
 *
 * @returns undefined when it is not an absolute web address
 */
export function canonicalUrl(text: string): string | undefined {
  const url = parseUrl(text)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const host = SAME_SITE[url.hostname] ?? url.hostname
  const path = url.pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase())
  return `https://${host}${url.port ? `:${url.port}` : ''}${path}${url.hash}`
}

/** A link that may stay in a text: http, https, mailto or tel, resolved against its page. */
export function safeLink(href: string, base?: string): string | undefined {
  const url = parseUrl(href, base)
  return url && SAFE_PROTOCOLS.has(url.protocol) ? url.href : undefined
}

function parseUrl(text: string, base?: string): URL | undefined {
  return URL.parse(text.trim(), base) ?? undefined
}
