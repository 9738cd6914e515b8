/** What the site answers: pages in two languages, redirects, data, headers. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {newsItem, project, to} from '../queries/documents.ts'
import {startRunning, type Running} from './running.ts'

let running: Running

beforeAll(async () => {
  running = await startRunning()
})

afterAll(async () => {
  await running.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(running.site.url + path, {redirect: 'manual', headers})
const textOf = async (path: string) => (await get(path)).text()

/** The addresses of the site map, as paths. */
async function pathsOfSiteMap(): Promise<string[]> {
  const locations = (await textOf('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)
  return [...locations].map(([, address = '']) => new URL(address).pathname)
}

describe('pages', () => {
  test('every address of the site map is a page, in its language, with its counterpart', async () => {
    const paths = await pathsOfSiteMap()
    expect(paths.length).toBeGreaterThan(100)
    const faults: string[] = []
    for (const path of paths) {
      const response = await get(path)
      const html = await response.text()
      const others = html.matchAll(/<link\s+rel="alternate"\s+hreflang="\w\w"\s+href="([^"]+)"/g)
      const alternates = [...others].map(([, href = '']) => new URL(href).pathname)
      if (response.status !== 200) faults.push(`${path}: ${response.status}`)
      if (!html.includes(`<html lang="${path.slice(1, 3)}"`)) faults.push(`${path}: another language`)
      if (alternates.length !== 2 || !alternates.includes(path))
        faults.push(`${path}: ${alternates.join(' ')}`)
      if (html.match(/<h1/g)?.length !== 1) faults.push(`${path}: not one h1`)
      if (/>[^<]*(undefined|\[object|NaN)/.test(html)) faults.push(`${path}: a value that is none`)
    }
    expect(faults).toEqual([])
  })

  test('links inside the site lead to pages', async () => {
    const pages = [
      '/nl',
      '/en',
      '/nl/overeenkomsten',
      '/en/rounds',
      '/nl/projecten',
      '/en/news',
      '/nl/open-data',
    ]
    const found = new Set<string>()
    for (const page of pages) {
      const html = await textOf(page)
      for (const [, href = ''] of html.matchAll(/<a[^>]*\shref="(\/[^"]*)"/g))
        found.add(href.replaceAll('&amp;', '&'))
    }
    expect(found.size).toBeGreaterThan(40)
    const answers = await Promise.all([...found].map(async (href) => `${(await get(href)).status} ${href}`))
    expect(answers.filter((answer) => !answer.startsWith('200'))).toEqual([])
  })

  test('the root leads to the language of the browser', async () => {
    expect((await get('/', {'accept-language': 'fr, en;q=0.8'})).headers.get('location')).toBe('/en')
    expect((await get('/', {'accept-language': 'de'})).headers.get('location')).toBe('/nl')
  })

  test('an address that leads nowhere says so, in the language of the address', async () => {
    const response = await get('/en/projects/atlantis')
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain('Page not found')
    expect(html).toContain('<li><a href="/en/projects">Projects</a></li>')
    expect(await textOf('/nergens')).toContain('Pagina niet gevonden')
  })

  test('filters are read from the address, and what does not fit is left out', async () => {
    expect(await textOf('/en/projects?channel=bilateral&year=2010')).toContain('1 project')
    expect(await textOf('/en/projects?channel=nonsense&year=x&page=-3')).toContain('13 projects')
    expect(await textOf('/nl/projecten?q=thee')).toContain('1 project')
  })

  test('words from the address come back as words', async () => {
    const html = await textOf(`/nl/zoeken?q=${encodeURIComponent('thee"><script>alert(1)</script>')}`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert')
  })

  test('a browser that has the page is told so', async () => {
    const first = await get('/nl')
    const tag = first.headers.get('etag') ?? ''
    expect((await get('/nl', {'if-none-match': tag})).status).toBe(304)
    expect((await get('/nl', {'if-none-match': '"other"'})).status).toBe(200)
  })

  test('scripts come from the site alone, and only the Studio may frame it', async () => {
    const policy = (await get('/nl')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain(`frame-ancestors 'self' ${running.lake.url}`)
  })
})

describe('running text', () => {
  const paragraph = (text: string, markDefs?: {_key: string; _type: string}[]) => ({
    _type: 'block',
    _key: text.slice(0, 8),
    style: 'normal',
    ...(markDefs ? {markDefs} : {}),
    children: [{_type: 'span', _key: 's', marks: markDefs?.map(({_key}) => _key) ?? [], text}],
  })
  const link = (id: string) => [{_key: 'm', _type: 'internalLink', reference: {...to(id), _weak: true}}]

  test('a link to a document leads to its page in the language of the text; without a page its words stay', async () => {
    await running.editor.client.create(project('linked'))
    const body = [
      paragraph('plain words'),
      paragraph('to the project', link('linked')),
      paragraph('to nothing', link('not-there')),
    ]
    const text = ['nl', 'en'].map((language) => ({
      _key: language,
      _type: 'internationalizedArrayBlockContentValue',
      language,
      value: body,
    }))
    await running.editor.client.create(newsItem('links', {publishedOn: '2020-02-07', body: text}))
    const dutch = await textOf('/nl/nieuws/links')
    expect(dutch).toContain('<p>plain words</p>')
    expect(dutch).toContain('<a href="/nl/projecten/linked">to the project</a>')
    expect(dutch).toContain('<p>to nothing</p>')
    expect(await textOf('/en/news/links')).toContain('<a href="/en/projects/linked">to the project</a>')
  })
})

describe('redirects', () => {
  test('an old address leads to the page of what was migrated from it, in its language', async () => {
    const old = 'https://www.fdfa.be/nl/subsidie-voor-‘proef’'
    await running.editor.client.create(project('from-old', {provenance: {legacyUrls: [encodeURI(old)]}}))
    const response = await get('/nl/subsidie-voor-%E2%80%98proef%E2%80%99')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/nl/projecten/from-old')
  })

  test("an editor's redirect leads to a page, a path or the web, but not to what is none of these", async () => {
    const made: [string, object, string | null][] = [
      ['/old-page', {target: to('from-old')}, '/nl/projecten/from-old'],
      ['/en/old-path', {to: '/en/rounds'}, '/en/rounds'],
      ['/old-web', {to: 'https://www.ilo.org/'}, 'https://www.ilo.org/'],
      ['/old-script', {to: 'javascript:alert(1)'}, null],
    ]
    const locations: [string, string | null][] = []
    for (const [from, fields] of made) {
      await running.editor.client.create({_type: 'redirect', from, permanent: true, ...fields})
      locations.push([from, (await get(from)).headers.get('location')])
    }
    expect(locations).toEqual(made.map(([from, , location]) => [from, location]))
  })
})

describe('data', () => {
  test('projects as CSV and JSON are the same rows', async () => {
    const csv = (await textOf('/data/projects.csv')).trim().split('\r\n')
    const json: {id: string}[] = JSON.parse(await textOf('/data/projects.json'))
    expect(csv).toHaveLength(json.length + 1)
    expect(csv[0]).toMatch(/^\uFEFF?id,titleNl,titleEn,channel/)
    expect(json.map(({id}) => id)).toContain('project-tea-malawi')
  })

  test('the catalogue names the downloads, which are there', async () => {
    const catalogue = JSON.parse(await textOf('/catalog.jsonld'))
    const addresses: string[] = catalogue['dcat:dataset']['dcat:distribution'].map(
      (it: {'dcat:downloadURL': {'@id': string}}) => it['dcat:downloadURL']['@id'],
    )
    expect(addresses).toHaveLength(3)
    for (const address of addresses) expect((await fetch(address)).status).toBe(200)
  })

  test('the catalogue says of the data what portals that harvest it ask for', async () => {
    const {'dcat:dataset': dataset, ...catalogue} = JSON.parse(await textOf('/catalog.jsonld'))
    expect(Object.keys(catalogue)).toEqual(
      expect.arrayContaining([
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dct:license',
        'dct:modified',
      ]),
    )
    expect(Object.keys(dataset)).toEqual(
      expect.arrayContaining([
        'dct:identifier',
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dct:accessRights',
        'dcat:contactPoint',
        'dcat:keyword',
        'dcat:theme',
        'dcat:landingPage',
      ]),
    )
    expect((await fetch(dataset['@id'])).status).toBe(200)
    expect((await fetch(dataset['dcat:landingPage']['@id'])).status).toBe(200)
  })

  test('projects are IATI activities too, as the public sees them', async () => {
    const xml = await textOf('/iati/activities.xml')
    expect(xml).toContain('<iati-activities version="2.03"')
    expect(xml).toContain('<narrative xml:lang="nl">')
    expect(xml).toMatch(/<value currency="EUR" value-date="[\d-]{10}">275442<\/value>/)
  })

  test('a project carries its grant as schema.org data', async () => {
    const {slug} = await running.editor.client.fetch(
      '*[_id == "project-tea-malawi"][0]{"slug": slug.current}',
    )
    const html = await textOf(`/en/projects/${slug}`)
    const [, text = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? []
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'Project',
      url: `${running.site.url}/en/projects/${slug}`,
      funding: {amount: {value: 275_442, currency: 'EUR'}},
    })
    expect(text).not.toContain(':null')
    const [, way = ''] =
      /<script type="application\/ld\+json">\s*(\{[^<]*"BreadcrumbList"[^<]*)</.exec(html) ?? []
    expect(JSON.parse(way).itemListElement).toMatchObject([
      {position: 1, item: `${running.site.url}/en`},
      {position: 2, item: `${running.site.url}/en/projects`},
      {position: 3},
    ])
  })

  test('the feed has the news, newest first', async () => {
    const feed = await textOf('/nl/feed.xml')
    const days = [...feed.matchAll(/<pubDate>([^<]+)</g)].map(([, day = '']) => Date.parse(day))
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })
})

test('none of this failed on the way, or asked the lake for what it does not have', () => {
  expect(running.failures).toEqual([])
  expect(running.lake.ledger).toEqual([])
})
