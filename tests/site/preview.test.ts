/** Previews of the site: who gets in, and what is seen there. */
import {stegaClean} from '@sanity/client/stega'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {project, to, words} from '../queries/documents.ts'
import {startRunning, type Running} from './running.ts'

const TEA = '/en/projects/tea'

let running: Running
let secret: string

beforeAll(async () => {
  running = await startRunning()
  const {client} = running.editor
  await client.create(project('tea'))
  const description = [
    {
      _key: 'en',
      _type: 'internationalizedArrayBlockContentValue',
      language: 'en',
      value: [
        {
          _type: 'block',
          _key: 'b',
          markDefs: [{_key: 'm', _type: 'internalLink', reference: {...to('tea'), _weak: true}}],
          children: [{_type: 'span', _key: 's', marks: ['m'], text: 'itself'}],
        },
      ],
    },
  ]
  const draft = project('tea', {_id: 'drafts.tea', description})
  await client.create({...draft, title: words({en: 'Draft of tea'})})
  await client.releases.create({releaseId: 'rSpring', metadata: {title: 'Spring', releaseType: 'asap'}})
  await client.create({...draft, _id: 'versions.rSpring.tea', title: words({en: 'Tea in spring'})})
  secret = (await createPreviewSecret(client, 'test', `${running.lake.url}/`)).secret
})

afterAll(async () => {
  await running.close()
})

const get = (path: string, cookie = '') =>
  fetch(running.site.url + path, {redirect: 'manual', headers: cookie ? {cookie} : {}})

/** The heading as it is read, without what a preview hides in it. */
async function headingOf(path: string, cookie = ''): Promise<string | undefined> {
  const html = await (await get(path, cookie)).text()
  const heading = /<h1[^>]*>([^<]*)</.exec(html)?.[1]
  return heading && stegaClean(heading)
}

function enablePath(parameters: Record<string, string>): string {
  return `/preview/enable?${new URLSearchParams({'sanity-preview-secret': secret, ...parameters})}`
}

async function enter(parameters: Record<string, string> = {}): Promise<string> {
  const response = await get(enablePath(parameters))
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('getting in', () => {
  test('the secret of the Studio opens the page that it names, for this browser alone', async () => {
    const response = await get(
      enablePath({'sanity-preview-pathname': `${TEA}?view=1`, 'sanity-preview-perspective': 'drafts'}),
    )
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe(`${TEA}?view=1`)
    expect(response.headers.get('set-cookie')).toMatch(/^preview=.+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each(['', '?sanity-preview-secret=', '?sanity-preview-secret=guessed'])(
    'nothing else does: %j',
    async (search) => {
      const response = await get(`/preview/enable${search}`)
      expect(response.status).toBe(401)
      expect(response.headers.get('set-cookie')).toBeNull()
    },
  )

  test.each(['//evil.example/', '/\\evil.example/', 'https://evil.example/'])(
    'it leads nowhere else: %s',
    async (path) => {
      const response = await get(enablePath({'sanity-preview-pathname': path}))
      const location = new URL(response.headers.get('location') ?? '', running.site.url)
      expect(location.origin).toBe(running.site.url)
    },
  )

  test('a session that was made up shows what is published', async () => {
    expect(await headingOf(TEA, 'preview=drafts.9999999999999.c2lnbmF0dXJl')).toBe('tea en')
  })
})

describe('what is seen', () => {
  test.each([
    ['drafts', 'Draft of tea'],
    ['published', 'tea en'],
    ['rSpring,drafts', 'Tea in spring'],
    ['raw', 'Draft of tea'],
  ])('in the perspective %s it is %s', async (perspective, heading) => {
    const cookie = await enter({'sanity-preview-perspective': perspective})
    expect(await headingOf(TEA, cookie)).toBe(heading)
    expect(await headingOf(TEA)).toBe('tea en')
  })

  test('the perspective of a session changes, if there is a session', async () => {
    const put = (body: string, cookie = '') =>
      fetch(`${running.site.url}/preview/perspective`, {method: 'PUT', body, headers: {cookie}})
    const cookie = await enter()
    const response = await put('{"perspective": "rSpring,drafts"}', cookie)
    expect(response.status).toBe(204)
    const changed = response.headers.get('set-cookie')?.split(';')[0]
    expect(await headingOf(TEA, changed)).toBe('Tea in spring')
    expect((await put('{"perspective": "drafts"}')).status).toBe(401)
    expect((await put('{"perspective": "raw"}', cookie)).status).toBe(400)
    expect((await put('not JSON', cookie)).status).toBe(400)
  })

  test('overlays and loose styles are there in a preview only, which no cache may keep', async () => {
    const [open, preview] = [await get(TEA), await get(TEA, await enter())]
    const [openText, previewText] = [await open.text(), await preview.text()]
    expect(openText).not.toMatch(/overlays|data-perspective|preview/)
    expect(previewText).toMatch(/<script type="module" src="\/assets\/overlays\.[\w-]+\.js">/)
    expect(previewText).toContain('data-perspective="drafts"')
    expect(open.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(preview.headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'")
    expect(preview.headers.get('cache-control')).toBe('no-store')
  })

  test('texts carry where they are edited, where they are shown as text and nowhere else', async () => {
    const cookie = await enter()
    const [, title = ''] = /<h1[^>]*>([^<]*)</.exec(await (await get(TEA, cookie)).text()) ?? []
    expect(title).not.toBe(stegaClean(title))
    expect(await (await get(TEA, cookie)).text()).toMatch(/<a href="\/en\/projects\/tea">itself[^<]+<\/a>/)
    const pages = [TEA, '/en', '/nl/rondes', '/en/projects?view=map', '/nl/overeenkomsten', '/en/conventions']
    const faults: string[] = []
    for (const path of pages) {
      const html = await (await get(path, cookie)).text()
      const elsewhere = [...html.matchAll(/<[a-z!][^>]*>|<(head|script|style|svg)\b.*?<\/\1>/gs)].map(
        ([it]) => it,
      )
      for (const markup of elsewhere) {
        const known = markup.replaceAll(/ alt="[^"]*"/g, '')
        if (known !== stegaClean(known)) faults.push(`${path}: ${stegaClean(markup).slice(0, 200)}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('leaving gives the public site back', async () => {
    const response = await get(`/preview/disable?page=${encodeURIComponent(TEA)}`, await enter())
    expect(response.headers.get('location')).toBe(TEA)
    expect(response.headers.get('set-cookie')).toMatch(/^preview=; Max-Age=0/)
    const elsewhere = await get('/preview/disable?page=//evil.example')
    expect(elsewhere.headers.get('location')).toBe('/')
  })
})

test('none of this failed on the way, or asked the lake for what it does not have', () => {
  expect(running.failures).toEqual([])
  expect(running.lake.ledger).toEqual([])
})
