import {Hono} from 'hono'

import {languages} from '../queries/index.ts'
import {catalogue} from './data/catalogue.ts'
import {feed} from './data/feed.ts'
import {toIati} from './data/iati.ts'
import {projectsCsv} from './data/projectsCsv.ts'
import {siteMap} from './data/siteMap.ts'
import type {PageContext} from './page/context.ts'

/** The content as data: downloads, catalogue, feeds, site map. */
export function dataRoutes(contextOf: (language: 'nl' | 'en', url: URL) => PageContext): Hono {
  const app = new Hono()
  const context = (request: Request) => contextOf('nl', new URL(request.url))

  app.get('/data/projects.csv', async (c) => {
    const rows = await context(c.req.raw).ask('openData', {})
    return c.body(projectsCsv(rows), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="flanders-ilo-projects.csv"',
      'access-control-allow-origin': '*',
    })
  })
  app.get('/data/projects.json', async (c) => {
    const rows = await context(c.req.raw).ask('openData', {})
    return c.json(rows, 200, {'access-control-allow-origin': '*'})
  })
  app.get('/iati/activities.xml', async (c) => {
    const {ask, today} = context(c.req.raw)
    const {xml} = toIati(await ask('activities', {today}), {today})
    return c.body(xml, 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': 'attachment; filename="flanders-ilo-activities.xml"',
      'access-control-allow-origin': '*',
    })
  })
  app.get('/catalog.jsonld', async (c) => {
    const {ask, origin} = context(c.req.raw)
    const [rows, {site}] = await Promise.all([ask('openData', {}), ask('settings', {language: 'nl'})])
    const changes = rows.map(({updatedAt}) => updatedAt).toSorted()
    return c.body(JSON.stringify(catalogue(origin, changes.at(-1), site?.contactEmail), null, 2), 200, {
      'content-type': 'application/ld+json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
  })
  app.get('/sitemap.xml', async (c) =>
    c.body(await siteMap(context(c.req.raw)), 200, {'content-type': 'application/xml; charset=utf-8'}),
  )
  app.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nDisallow: /live\nSitemap: ${context(c.req.raw).origin}/sitemap.xml\n`),
  )
  for (const language of languages) {
    app.get(`/${language}/feed.xml`, async (c) =>
      c.body(await feed(contextOf(language, new URL(c.req.url))), 200, {
        'content-type': 'application/rss+xml; charset=utf-8',
      }),
    )
  }
  return app
}
