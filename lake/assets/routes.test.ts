import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isBlurhashValid} from 'blurhash'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {type AssetHandlers, createAssetHandlers} from './routes.ts'

let dataDir: string
let documents: Map<string, StoredDocument>
let assets: AssetHandlers

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'assets-'))
  documents = new Map()
  const dataset = {
    documents,
    mutate: async ({mutations}: {mutations: JsonObject[]}) => {
      for (const {createIfNotExists} of mutations) {
        const document = createIfNotExists as JsonObject & {_id: string; _type: string}
        const stamp = '2026-01-01T00:00:00.000Z'
        documents.set(document._id, {_rev: 'r1', _createdAt: stamp, _updatedAt: stamp, ...document})
      }
    },
  }
  assets = createAssetHandlers({
    dataDir,
    dataset: (project, name) => (project === 'local' && name === 'production' ? dataset : undefined),
    origin: () => 'http://localhost:3333',
  })
  assets.delivery.onError((error) => {
    if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
    throw error
  })
})
afterEach(() => rmSync(dataDir, {recursive: true, force: true}))

/** Left half red, right half blue. */
const picture = (width = 200, height = 100): Promise<Buffer> =>
  sharp({create: {width, height, channels: 3, background: '#ff0000'}})
    .composite([
      {
        input: {create: {width: width / 2, height, channels: 3, background: '#0000ff'}},
        left: width / 2,
        top: 0,
      },
    ])
    .removeAlpha()
    .png()
    .toBuffer()

async function upload(
  kind: 'image' | 'file',
  bytes: Buffer | string,
  query = '',
  contentType = 'application/octet-stream',
): Promise<StoredDocument> {
  const request = new Request(`http://localhost/v1/assets/${kind}s/production?${query}`, {
    method: 'POST',
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: {'content-type': contentType},
  })
  const target = {kind, project: 'local', datasetName: 'production', author: 'editor'}
  const answer = await assets.upload(request, target)
  return ((await answer.json()) as {document: StoredDocument}).document
}

const pathOf = (document: StoredDocument): string => document['path'] as string

const get = (document: StoredDocument, query = '', headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(assets.delivery.request(`/${pathOf(document)}${query}`, {headers}))

const sizeOf = async (response: Response): Promise<[number, number, string]> => {
  const {width, height, format} = await sharp(await response.arrayBuffer()).metadata()
  return [width, height, format]
}

test('an uploaded image becomes a document of the service’s shape', async () => {
  const bytes = await picture()
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const document = await upload('image', bytes, 'filename=map.png&title=Map&sourceId=x1&sourceName=archive')
  expect(document).toMatchObject({
    _id: `image-${sha1}-200x100-png`,
    _type: 'sanity.imageAsset',
    assetId: sha1,
    sha1hash: sha1,
    path: `images/local/production/${sha1}-200x100.png`,
    url: `http://localhost:3333/images/local/production/${sha1}-200x100.png`,
    originalFilename: 'map.png',
    extension: 'png',
    mimeType: 'image/png',
    size: bytes.byteLength,
    title: 'Map',
    source: {id: 'x1', name: 'archive'},
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {width: 200, height: 100, aspectRatio: 2},
      hasAlpha: false,
      isOpaque: true,
      palette: {_type: 'sanity.imagePalette', dominant: {_type: 'sanity.imagePaletteSwatch'}},
    },
  })
  const {lqip, blurHash} = document['metadata'] as JsonObject
  expect(lqip).toMatch(/^data:image\/jpeg;base64,/)
  expect(isBlurhashValid(blurHash as string).result).toBe(true)
})

test('meta chooses what is read from an image; dimensions and opacity always are', async () => {
  const none = await upload('image', await picture(), 'meta=none')
  expect(Object.keys(none['metadata'] as JsonObject).toSorted()).toEqual([
    '_type',
    'dimensions',
    'hasAlpha',
    'isOpaque',
  ])
  const some = await upload('image', await picture(40, 40), 'meta=lqip&meta=exif')
  expect(some['metadata']).toHaveProperty('lqip')
  expect(some['metadata']).not.toHaveProperty('blurHash')
})

test('the same bytes give the document that is there, unchanged', async () => {
  const first = await upload('image', await picture(), 'filename=a.png')
  const second = await upload('image', await picture(), 'filename=b.png&title=Other')
  expect(second).toEqual(first)
  expect(documents.size).toBe(1)
})

test('dimensions follow the orientation of the photograph', async () => {
  const bytes = await sharp(await picture())
    .withMetadata({orientation: 6})
    .jpeg()
    .toBuffer()
  const document = await upload('image', bytes)
  expect(document._id).toMatch(/-100x200-jpg$/)
  expect(await sizeOf(await get(document, '?w=50'))).toEqual([50, 100, 'jpeg'])
})

test.each([
  ['?w=100', 100, 50],
  ['?w=100&dpr=2', 200, 100],
  ['?w=400', 400, 200],
  ['?w=400&fit=max', 200, 100],
  ['?w=400&h=400&fit=max', 200, 100],
  ['?w=400&h=400&fit=min', 100, 100],
  ['?w=50&h=50&fit=clip', 50, 25],
  ['?w=50&h=50&fit=crop', 50, 50],
  ['?w=50&h=50&fit=scale', 50, 50],
  ['?w=50&h=50&fit=fill&bg=fff', 50, 50],
  ['?w=400&h=400&fit=fillmax&bg=fff', 400, 400],
  ['?rect=0,0,50,40', 50, 40],
  ['?rect=150,50,500,500', 50, 50],
  ['?or=90', 100, 200],
  ['?or=90&rect=0,0,60,20', 20, 60],
  ['?pad=10&bg=000', 220, 120],
  ['?w=50&h=50&fit=crop&crop=focalpoint&fp-x=1&fp-y=0.5', 50, 50],
])('%s gives %i × %i', async (query, width, height) => {
  const document = await upload('image', await picture())
  expect(await sizeOf(await get(document, query))).toEqual([width, height, 'png'])
})

test.each([
  ['crop=left', [255, 0, 0]],
  ['crop=right', [0, 0, 255]],
  ['crop=focalpoint&fp-x=1', [0, 0, 255]],
  ['crop=left&flip=h', [0, 0, 255]],
  ['crop=left&invert=true', [0, 255, 255]],
])('fit=crop&%s keeps the named part', async (query, colour) => {
  const document = await upload('image', await picture())
  const answer = await get(document, `?w=20&h=20&fit=crop&${query}`)
  const pixels = await sharp(await answer.arrayBuffer())
    .raw()
    .toBuffer()
  const middle = 3 * (10 * 20 + 10)
  expect([...pixels.subarray(middle, middle + 3)]).toEqual(colour)
})

test('auto=format answers by what the browser accepts', async () => {
  const document = await upload('image', await picture())
  const webp = await get(document, '?auto=format&w=20', {accept: 'image/webp,*/*'})
  expect([webp.headers.get('content-type'), webp.headers.get('vary')]).toEqual(['image/webp', 'Accept'])
  const png = await get(document, '?auto=format&w=20', {accept: '*/*'})
  expect(png.headers.get('content-type')).toBe('image/png')
  const jpg = await get(document, '?fm=jpg&q=40')
  expect(await sizeOf(jpg)).toEqual([200, 100, 'jpeg'])
})

test('transformed images are kept and answer 304 to their tag', async () => {
  const document = await upload('image', await picture())
  const first = await get(document, '?w=20')
  const kept = readdirSync(join(dataDir, 'cache', 'images'), {recursive: true, withFileTypes: true})
  expect(kept.filter((entry) => entry.isFile())).toHaveLength(1)
  expect(first.headers.get('cache-control')).toContain('max-age=31536000')
  const etag = first.headers.get('etag') ?? ''
  expect((await get(document, '?w=20', {'if-none-match': etag})).status).toBe(304)
  expect((await get(document, '?w=21', {'if-none-match': etag})).status).toBe(200)
})

test.each(['?w=0', '?w=9000', '?w=abc', '?fit=stretch', '?rect=1,2', '?rect=500,0,1,1', '?or=45', '?bg=red'])(
  '%s is refused with 400',
  async (query) => {
    const document = await upload('image', await picture())
    expect((await get(document, query)).status).toBe(400)
  },
)

test('a file is served whole, in part and as a download', async () => {
  const document = await upload('file', 'abcdefghij', 'filename=verslag%20é.txt', 'text/plain')
  expect(document._id).toMatch(/^file-[a-f0-9]{40}-txt$/)
  const whole = await get(document)
  expect(await whole.text()).toBe('abcdefghij')
  expect(whole.headers.get('content-disposition')).toMatch(/^inline/)
  const part = await get(document, '', {range: 'bytes=2-4'})
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
    206,
    'cde',
    'bytes 2-4/10',
  ])
  expect(await (await get(document, '', {range: 'bytes=-3'})).text()).toBe('hij')
  expect((await get(document, '', {range: 'bytes=10-'})).status).toBe(416)
  expect((await get(document, '', {range: 'bytes=0-1', 'if-range': '"other"'})).status).toBe(200)
  const download = await get(document, '?dl=')
  expect(download.headers.get('content-disposition')).toContain(`filename*=UTF-8''verslag%20%C3%A9.txt`)
  const head = await assets.delivery.request(`/${pathOf(document)}`, {method: 'HEAD'})
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script></svg>'

test('a vector image keeps its bytes and can run nothing', async () => {
  const document = await upload('image', SVG)
  expect(document._id).toMatch(/-40x20-svg$/)
  const answer = await get(document, '?w=10&fm=png')
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe(SVG)
})

test.each([
  ['text/html', 'page.png', '<script>alert(1)</script>'],
  ['text/html', 'page.html', '<p>page</p>'],
  ['application/x-unknown', 'thing', '\0\u0001\u0002'],
  ['image/svg+xml\r\nx: y', 'x.xml', '<x/>'],
])('a file declared as %s and named %s is only ever a download', async (type, name, content) => {
  const document = await upload('file', content, `filename=${name}`, type.replaceAll(/[\r\n]/g, ''))
  const answer = await get(document)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
})

test.each([
  ['text that calls itself an image', Buffer.from('<script>alert(1)</script>')],
  ['the first half of an image', undefined],
])('%s is refused as an image and leaves nothing behind', async (_, bytes) => {
  const whole = await picture(300, 300)
  const body = bytes ?? whole.subarray(0, Math.floor(whole.byteLength / 2))
  await expect(upload('image', body, 'filename=a.png', 'image/png')).rejects.toMatchObject({status: 400})
  expect(documents.size).toBe(0)
  const left = readdirSync(join(dataDir, 'assets'), {recursive: true, withFileTypes: true})
  expect(left.filter((entry) => entry.isFile())).toEqual([])
})

test('an upload that breaks off leaves nothing behind', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(10))
      controller.error(new Error('connection lost'))
    },
  })
  const init: RequestInit & {duplex: 'half'} = {method: 'POST', body, duplex: 'half'}
  const request = new Request('http://localhost/v1/assets/files/production', init)
  const target = {kind: 'file', project: 'local', datasetName: 'production', author: 'editor'} as const
  await expect(assets.upload(request, target)).rejects.toThrow('connection lost')
  expect(readdirSync(join(dataDir, 'assets', 'incoming'))).toEqual([])
})

test.each([
  '/images/local/production/..%2f..%2fpackage.json',
  '/images/local/production/%00.png',
  '/files/local/production/%2e%2e%2f%2e%2e%2ftoken',
  `/images/..%5c/production/${'a'.repeat(40)}-1x1.png`,
  `/images/local/production/${'a'.repeat(40)}-1x1.png`,
  `/files/local/other/${'a'.repeat(40)}.txt`,
])('%s leads nowhere', async (path) => {
  expect((await assets.delivery.request(path)).status).toBe(404)
})
