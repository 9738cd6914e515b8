/** The site as files: what `npm run site -- build` writes, on a host that serves files and nothing else. */
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {answerSchemas} from '../../queries/answerSchemas.ts'
import {createFundClient} from '../../queries/index.ts'
import {buildSite, type BuildOptions} from '../../scripts/site/build/buildSite.ts'
import {run, type Outcome} from '../commands/processes.ts'
import {newsItem, page, project, redirect, to} from '../queries/documents.ts'
import {picture} from '../studio/picture.ts'
import type {Host} from '../host/startHost.ts'
import {startFileHost} from './fileHost.ts'
import {startRunning, type Running} from './running.ts'

const ORIGIN = 'https://site.example'

let running: Running
let folder: string
let host: Host
let outcome: Outcome
const warnings: string[] = []

/** Builds again, as the command does. */
const rebuild = (options: Partial<BuildOptions> = {}) =>
  buildSite({
    fund: createFundClient({url: running.lake.url}),
    contentOrigin: running.lake.url,
    origin: ORIGIN,
    folder,
    onWarning: (message) => warnings.push(message),
    ...options,
  })

beforeAll(async () => {
  running = await startRunning()
  const {client} = running.editor
  const {_id} = await client.assets.upload('image', await picture(), {filename: 'tea.jpg'})
  await client.create(
    newsItem('pictured', {publishedOn: '2020-02-07', image: {_type: 'imageWithCredit', asset: to(_id)}}),
  )
  await client.create(project('from-old', {provenance: {legacyUrls: ['https://www.fdfa.be/nl/oud/thee']}}))
  await client.create(redirect('r', {from: '/en/old-map', to: '/en/projects?view=map', permanent: false}))
  await client.create(page('passing'))
  folder = join(await mkdtemp(join(tmpdir(), 'files-')), 'out')
  outcome = await run('site', ['build', '--out', folder, '--origin', ORIGIN], {
    LAKE_URL: running.lake.url,
  })
  host = await startFileHost(folder)
})

afterAll(async () => {
  await host.close()
  await running.close()
  await rm(join(folder, '..'), {recursive: true, force: true})
})

const textOf = async (path: string) => (await fetch(host.url + path)).text()

/** Every file of the build with what is in it. */
async function filesOf(): Promise<Map<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths
        .toSorted()
        .map(async (path) => [path.slice(folder.length), await readFile(path, 'latin1')] as const),
    ),
  )
}

test('the command says what it wrote', () => {
  const stdout = expect.stringMatching(/\d+ pages and \d+ redirects of dataset production/)
  expect(outcome).toEqual({code: 0, stderr: '', stdout})
})

describe('the files', () => {
  test('have every page of the site map, in its language and with the other one', async () => {
    const paths = [...(await textOf('/sitemap.xml')).matchAll(/<loc>([^<]+)</g)].map(([, it = '']) =>
      it.replace(ORIGIN, ''),
    )
    expect(paths.length).toBeGreaterThan(100)
    const faults: string[] = []
    for (const path of paths) {
      const html = await textOf(path)
      const others = [...html.matchAll(/rel="alternate"\s+hreflang="\w\w"\s+href="([^"]+)"/g)]
      const alternates = others.map(([, href = '']) => href.replace(ORIGIN, ''))
      if (!html.includes(`<html lang="${path.slice(1, 3)}"`)) faults.push(`${path}: another language`)
      if (alternates.length !== 2 || !alternates.every((it) => paths.includes(it)))
        faults.push(`${path}: ${alternates.join(' ')}`)
    }
    expect(faults).toEqual([])
  })

  test('have all that they link to, and no search that nobody would read', async () => {
    const links = new Map<string, string>()
    for (const [file, text] of await filesOf()) {
      if (!/\.(html|xml)$/.test(file)) continue
      for (const [, link = ''] of text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        const path = link.replace(ORIGIN, '')
        if (path.startsWith('/')) links.set(path.replace(/#.*/, ''), file)
      }
      for (const [, url = ''] of text.matchAll(/(?:srcset="|, )(\/\S+) \d+w/g)) links.set(url, file)
    }
    expect(links.size).toBeGreaterThan(250)
    const faults: string[] = []
    for (const [link, file] of links) {
      const {status} = await fetch(host.url + link)
      if (status !== 200 || link.includes('?')) faults.push(`${status} ${link} in ${file}`)
    }
    expect(faults).toEqual([])
  })

  test('name nothing of where the content came from', async () => {
    const {port} = new URL(running.lake.url)
    const naming = [...(await filesOf())].filter(([, text]) =>
      new RegExp(`(localhost|127\\.0\\.0\\.1):${port}`).test(text),
    )
    expect(naming.map(([file]) => file)).toEqual([])
  })

  test('have the pictures of the content', async () => {
    const [, src = ''] = /<img\s+src="(\/content\/[^"]+)"/.exec(await textOf('/en/news/pictured')) ?? []
    const shown = await sharp(Buffer.from(await (await fetch(host.url + src)).arrayBuffer())).metadata()
    expect(shown).toMatchObject({format: 'webp', width: 640, height: 400})
  })

  test('pretend no search, filter or live page, and say where to begin', async () => {
    const [list, search] = [await textOf('/en/projects'), await textOf('/en/search')]
    expect(list + search).not.toMatch(/<form|<script[^>]+src=/)
    expect(list).toContain('<a href="/en/figures">Choose projects by place')
    expect(search).toContain('This edition of the site has no search')
  })

  test('have a page for each choice that a page offers', async () => {
    const html = await textOf('/en/projects/place/mozambique')
    expect(html).toContain('2 projects')
    expect(html).toMatch(/<dt>Place<\/dt>\s*<dd>Mozambique<\/dd>/)
    expect(html).toContain('href="/en/projects/place/mozambique/view/map"')
    expect(await textOf('/nl/projecten/view/timeline')).toContain('class="bars timeline"')
  })

  test('lead old addresses on, by rule and by page', async () => {
    const rules = (await readFile(join(folder, '_redirects'), 'utf8')).split('\n')
    expect(rules).toContain('/nl/oud/thee /nl/projecten/from-old 301')
    expect(rules).toContain('/en/old-map /en/projects/view/map 302')
    const html = await textOf('/nl/oud/thee')
    expect(html).toContain('content="0; url=/nl/projecten/from-old"')
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/nl/projecten/from-old" />`)
    expect(await textOf('/')).toContain('content="0; url=/nl"')
  })

  test('have the page of what is not there, and the data', async () => {
    const lost = await fetch(`${host.url}/nl/nergens`)
    expect({status: lost.status, text: await lost.text()}).toMatchObject({
      status: 404,
      text: expect.stringContaining('Pagina niet gevonden'),
    })
    expect(await textOf('/en/404.html')).toContain('Page not found')
    expect(await textOf('/data/projects.csv')).toBe(
      await (await fetch(`${running.site.url}/data/projects.csv`)).text(),
    )
    expect(JSON.parse(await textOf('/catalog.jsonld'))['@id']).toBe(`${ORIGIN}/catalog.jsonld`)
    expect(await readFile(join(folder, '_headers'), 'utf8')).toMatch(
      /\/data\/projects\.csv\n  access-control-allow-origin: \*/,
    )
  })
})

describe('the next build', () => {
  test('of the same content is the same, and of other content takes along what is gone', async () => {
    await writeFile(join(folder, 'CNAME'), 'site.example')
    const before = await filesOf()
    expect(before.has('/en/about/passing/index.html')).toBe(true)
    expect(await rebuild()).toMatchObject({written: 0, removed: 0})
    expect(await filesOf()).toEqual(before)

    await running.editor.client.delete('passing')
    expect(await rebuild()).toMatchObject({removed: 2})
    const after = await filesOf()
    expect([...before.keys()].filter((file) => !after.has(file))).toEqual([
      '/en/about/passing/index.html',
      '/nl/over/passing/index.html',
    ])
    expect(after.get('/CNAME')).toBe('site.example')
  })

  test('that fails says on which page, and leaves the one before whole', async () => {
    const before = await filesOf()
    await running.editor.client.create(project('broken', {amount: {amount: 'many', currency: 'EUR'}}))
    const checking = createFundClient({url: running.lake.url, answers: answerSchemas})
    await expect(rebuild({fund: checking})).rejects.toThrow(/^\/\S+ cannot be made: [^]*"amount"/)
    expect(await filesOf()).toEqual(before)
    await running.editor.client.delete('broken')
  })

  test('with a served site beside it sends its forms there', async () => {
    await rebuild({servedAt: 'https://live.example'})
    expect(await textOf('/nl/projecten')).toContain('action="https://live.example/nl/projecten"')
    expect(await textOf('/nl')).toContain('action="https://live.example/nl/zoeken"')
    expect(await readFile(join(folder, '_headers'), 'utf8')).toContain(
      "form-action 'self' https://live.example;",
    )
  })
})

describe('a folder that is not of a build', () => {
  test('is refused, and stays as it is', async () => {
    const other = join(folder, '..', 'other')
    await mkdir(other)
    await writeFile(join(other, 'thesis.txt'), 'years of work')
    const {code, stderr} = await run('site', ['build', '--out', other], {LAKE_URL: running.lake.url})
    expect({code, stderr}).toEqual({code: 1, stderr: expect.stringContaining('such as thesis.txt')})
    expect(await readdir(other)).toEqual(['thesis.txt'])
  })

  test('a file of somebody else where one of the build would be is not overwritten', async () => {
    const before = await filesOf()
    await writeFile(join(folder, 'en', 'about', 'mine'), 'a file')
    await running.editor.client.create(page('mine'))
    await expect(rebuild()).rejects.toThrow(/mine\S* has no place/)
    expect(await filesOf()).toEqual(before.set('/en/about/mine', 'a file'))
  })

  test('nor is one guessed', async () => {
    expect(await run('site', ['build'])).toMatchObject({code: 2, stderr: expect.stringContaining('--out')})
  })
})

test('none of this failed on the way, or asked the lake for what it does not have', () => {
  expect(warnings).toEqual([])
  expect(running.failures).toEqual([])
  expect(running.lake.ledger).toEqual([])
})
