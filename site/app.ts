import {Hono, type Context} from 'hono'
import {compress} from 'hono/compress'

import {languages, type FundClient, type Language} from '../queries/index.ts'
import {sections} from './addresses.ts'
import {dataRoutes} from './dataRoutes.ts'
import {createEditions, type Edition} from './edition.ts'
import {headers} from './headers.ts'
import {liveRoute} from './liveRoute.ts'
import {pageContext, type FilesEdition, type RecordingContext} from './page/context.ts'
import type {MakePage} from './page/page.ts'
import type {CachedPage} from './pageCache.ts'
import {homePage} from './pages/home.ts'
import {notFoundPage} from './pages/trouble.ts'
import {createPreviews, type PreviewOptions} from './preview/previews.ts'
import {publicFiles} from './publicFiles.ts'
import {findRedirect} from './redirects.ts'
import {renderPage} from './render.ts'
import {routes} from './routes.ts'

export interface SiteOptions {
  fund: FundClient
  /** The address that the public knows the site by. */
  origin: () => string
  /** Where pictures of the content come from. */
  contentOrigin: string
  /** Who may show the site in a frame: the Studio that previews it. */
  frameAncestors?: string[]
  /** Lets the Studio preview what is not published. */
  preview?: PreviewOptions
  /** Set when the pages become files: then nothing follows the content, and no page awaits an answer. */
  files?: FilesEdition
  onFailure?: (error: unknown) => void
}

/** A site that answers requests and follows the content until it is closed. */
export interface Site {
  /** The paths of what it has, but for the pages of single documents. */
  paths: readonly string[]
  fetch(request: Request): Response | Promise<Response>
  close(): void
}

const FOR_EVER = 'public, max-age=31536000, immutable'

/** The site as a web-standard handler. */
export function createSite(options: SiteOptions): Site {
  const {fund, origin, files, onFailure = () => {}} = options
  const previews = options.preview && createPreviews(options.preview, () => origin().startsWith('https:'))
  const editions = createEditions(fund, previews?.fund, onFailure, !files)

  const editionOf = (c: Context): Edition => {
    const perspective = previews?.perspectiveOf(c)
    return perspective ? editions.preview(perspective) : editions.published
  }
  const contextOf = (edition: Edition, language: Language, url: URL, slug = ''): RecordingContext =>
    pageContext(edition, {language, url, origin: origin(), slug, preview: previews?.of(edition), files})

  const app = new Hono()
  app.use(compress())
  app.use(
    headers(files ? {servedAt: files.servedAt} : options, (c) => editionOf(c).perspective !== undefined),
  )
  app.route('/', dataRoutes(contextOf.bind(undefined, editions.published)))
  if (!files) app.route('/', liveRoute(editionOf, versionAt))
  if (previews) app.route('/', previews.routes)
  app.get('/assets/:name', (c) => {
    const file = publicFiles.get(c.req.path)
    return file
      ? c.body(file.body, 200, {'content-type': file.type, 'cache-control': FOR_EVER})
      : c.notFound()
  })
  app.get('/', (c) => {
    c.header('vary', 'accept-language')
    return c.redirect(`/${preferredLanguage(c.req.header('accept-language'))}`, 302)
  })
  for (const {path, language, make} of pageRoutes()) {
    app.get(path, async (c) => {
      const url = new URL(c.req.url)
      const slug = c.req.param('slug') ?? ''
      const edition = editionOf(c)
      const page = await edition.page(url.pathname + url.search, () =>
        renderPage(make, contextOf(edition, language, url, slug), onFailure),
      )
      return page.status === 404 ? elsewhere(c, language) : send(c, page, edition)
    })
  }
  app.notFound((c) => elsewhere(c, /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'nl'))
  app.onError((error, c) => {
    onFailure(error)
    return c.text('The content cannot be reached.', 503, {'retry-after': '5'})
  })

  /** An address that the site does not have: an old one leads on, another gets the page that says so. */
  async function elsewhere(c: Context, language: Language): Promise<Response> {
    const redirect = await findRedirect(fund, c.req.path)
    if (redirect) return c.redirect(redirect.location, redirect.status)
    const edition = editionOf(c)
    const context = contextOf(edition, language, new URL(c.req.url))
    return send(c, await renderPage(async (it) => notFoundPage(it), context, onFailure), edition)
  }

  async function versionAt(path: string, c: Context): Promise<string | undefined> {
    const cookie = c.req.header('cookie')
    const response = await app.request(new URL(path, origin()).href, {headers: cookie ? {cookie} : {}})
    return response.ok ? response.headers.get('etag')?.replaceAll('"', '') : undefined
  }

  return {
    paths: app.routes.flatMap(({method, path}) => (method === 'GET' && !path.includes(':') ? [path] : [])),
    fetch: (request) => app.fetch(request),
    close: editions.close,
  }
}

/** Every page of the site by the pattern of its address, in each language. */
function pageRoutes(): {path: string; language: Language; make: MakePage}[] {
  return languages.flatMap((language) => [
    {path: `/${language}`, language, make: homePage},
    ...Object.entries(routes).flatMap(([section, {list, document}]) => {
      const path = `/${language}/${sections[section as keyof typeof sections][language]}`
      return [
        ...(list ? [{path, language, make: list}] : []),
        ...(document ? [{path: `${path}/:slug`, language, make: document}] : []),
      ]
    }),
  ])
}

/** Sends a page, or that the browser has it already. */
function send(c: Context, {body, type, status, version}: CachedPage, {perspective}: Edition): Response {
  const tag = `"${version}"`
  c.header('etag', tag)
  c.header('cache-control', status === 200 && !perspective ? 'no-cache' : 'no-store')
  if (status === 503) c.header('retry-after', '5')
  // Compression makes a tag weak, and browsers send it back so.
  if (c.req.header('if-none-match')?.replace(/^W\//, '') === tag) return c.body(null, 304)
  return c.body(body, status as 200, {'content-type': type})
}

/** The first language of the browser that the site has. */
function preferredLanguage(accepted: string | undefined): Language {
  const asked = (accepted ?? '').split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase())
  return asked.map((tag) => languages.find((language) => language === tag)).find(Boolean) ?? 'nl'
}
