import {legacyPath, type FundClient} from '../../../queries/index.ts'
import {html} from '../../../site/page/markup.ts'
import {pathWithoutSearch} from './fileNames.ts'

/** An old path that leads on. */
export interface OldPath {
  /** Percent-encoded. */
  from: string
  /** An address of the site, path with search, or one elsewhere. */
  to: string
  status: 301 | 302
}

/** Whether an answer leads on to another address. */
export const isRedirect = ({status}: Response): boolean => status >= 300 && status < 400

/** Where a path leads by an answer that leads on. */
export function leadsTo(from: string, {status, headers}: Response): OldPath {
  return {from, to: headers.get('location') ?? '/', status: status === 301 ? 301 : 302}
}

/**
 * Every old path that leads on.
 *
 * @param ask the site, which alone knows where to
 */
export async function oldPathsOf(
  fund: FundClient,
  ask: (path: string) => Promise<Response>,
): Promise<OldPath[]> {
  const {paths, urls} = await fund.ask('oldAddresses', {})
  const migrated = urls.flatMap((url) => (url && legacyPath(url)) || [])
  const written = [...paths, ...migrated].filter((path) => /^\/(?!\/)./.test(path))
  const found: OldPath[] = []
  for (const from of new Set(written.map((path) => new URL(path, 'http://site').pathname))) {
    const response = await ask(from)
    if (isRedirect(response)) found.push(leadsTo(from, response))
  }
  return found
}

/**
 * The file `_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it. What they would take for a
 * wildcard or a placeholder in an old path is written as an escape.
 */
export function redirectRules(paths: readonly OldPath[]): string {
  const escaped = (path: string) => path.replaceAll('*', '%2A').replaceAll(':', '%3A')
  return paths.map(({from, to, status}) => `${escaped(from)} ${fileLink(to)} ${status}\n`).join('')
}

/** A page that leads on by itself, for hosts that read no rules. */
export async function redirectPage({from, to}: OldPath, origin: string): Promise<string> {
  const language = from.startsWith('/en/') ? 'en' : 'nl'
  const link = fileLink(to)
  const address = new URL(link, origin).href
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${address}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href="${address}" />
        <meta http-equiv="refresh" content="0; url=${link}" />
      </head>
      <body>
        <p><a href="${link}">${address}</a></p>
      </body>
    </html> `
  return String(page).trimStart()
}

/** An address as a link: to a file when it is of the site. */
function fileLink(to: string): string {
  return to.startsWith('/') ? pathWithoutSearch(to) + new URL(to, 'http://site').hash : to
}
