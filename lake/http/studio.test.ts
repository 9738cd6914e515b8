import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {LakeError} from '../model/errors.ts'
import {serveStudio} from './studio.ts'

let folder = ''
let built = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-'))
  built = join(folder, 'dist')
  await mkdir(join(built, 'static'), {recursive: true})
  await writeFile(join(built, 'index.html'), '<title>Studio</title>')
  await writeFile(join(built, 'static', 'sanity-BqfZ3k1x.js'), 'export {}')
  await writeFile(join(built, 'static', 'favicon.ico'), 'icon')
  await writeFile(join(folder, 'secret.txt'), 'secret')
})
afterAll(() => rm(folder, {recursive: true}))

const get = (path: string, init?: RequestInit) =>
  serveStudio(built, new Request(`http://localhost${path}`, init))

test.each(['/', '/structure/project', '/structure/project;drafts.p1', '/vision?a=1'])(
  '%s is the Studio, asked for anew each time',
  async (path) => {
    const response = await get(path)
    expect(await response.text()).toContain('<title>Studio</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  },
)

test('a file named by its content is kept for good, others are not', async () => {
  const script = await get('/static/sanity-BqfZ3k1x.js')
  expect(await script.text()).toBe('export {}')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/static/favicon.ico')).headers.get('cache-control')).toBe('no-cache')
})

test('what did not change is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  const again = await get('/', {headers: {'if-none-match': etag}})
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('HEAD has no body', async () => {
  const response = await get('/', {method: 'HEAD'})
  expect(response.headers.get('content-length')).toBe('21')
  expect(await response.text()).toBe('')
})

test.each([
  '/static/missing.js',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/static/..%2f..%2fsecret.txt',
  '/%00.txt',
  '/%',
])('%s gives nothing away', async (path) => {
  await expect(get(path)).rejects.toBeInstanceOf(LakeError)
})
