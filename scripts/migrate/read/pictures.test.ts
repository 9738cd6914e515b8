import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {htmlPage, operationWith, planFrom, afterwards} from '../../../tests/migration/planFrom.ts'
import {planHtml} from '../report/planHtml.ts'
import {planText} from '../report/planText.ts'
import {takeInventory} from './inventory.ts'
import {readBytes} from './readBytes.ts'

/** One white pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='
const SHA1 = /^imageAsset\|sha1:[0-9a-f]{40}$/

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  await mkdir(join(folder, 'site', 'files'), {recursive: true})
  await writeFile(join(folder, 'secret.png'), Buffer.from(PNG, 'base64'))
  await writeFile(join(folder, 'site', 'files', 'thee pluk.png'), Buffer.from(PNG, 'base64'))
  await writeFile(join(folder, 'site', 'files', 'no.png'), 'no picture')
  await symlink(join(folder, 'secret.png'), join(folder, 'site', 'files', 'out.png'))
})
afterEach(async () => {
  await rm(folder, {recursive: true})
})

const newsWith = (image: string) =>
  htmlPage('https://www.fdfa.be/nl/nieuws/thee', 'Thee', `<p>Nieuws.</p>${image}`)

/** What the page's file, lying in the folder, is read as. */
async function readingWith(image: string) {
  const path = join(folder, 'site', 'news.html')
  await writeFile(path, newsWith(image))
  const {files} = await takeInventory([join(folder, 'site')])
  const input = files.find((one) => one.path === path)
  if (!input) throw new Error('the page is not in the inventory')
  const [reading] = await readBytes(input, new TextEncoder().encode(newsWith(image)))
  return {
    image: reading?.candidates.find(({type}) => type === 'newsItem')?.fields['image'],
    warnings: reading?.candidates.flatMap(({warnings}) => warnings.map(({code}) => code)) ?? [],
    counted: reading?.account.counted['images'],
    pictures: reading?.pictures ?? [],
  }
}

test.each([
  ['a file beside the page', 'files/thee%20pluk.png?itok=1'],
  ['in the address itself', `data:image/png;base64,${PNG}`],
])('%s goes with the document', async (_where, src) => {
  const read = await readingWith(`<img src="${src}" alt="Vrouwen plukken thee">`)
  expect(read.image).toEqual({
    _type: 'imageWithCredit',
    asset: {_type: 'reference', _ref: expect.stringMatching(SHA1)},
    alt: [
      {
        _key: 'nl',
        _type: 'internationalizedArrayStringValue',
        language: 'nl',
        value: 'Vrouwen plukken thee',
      },
    ],
  })
  expect(read.warnings).toEqual(['image-without-credit'])
  expect(read.counted).toEqual({in: 1, out: 1})
  expect(read.pictures).toMatchObject([{bytes: 70, base64: PNG}])
})

test.each([
  ['on the web', 'https://www.fdfa.be/thee.png'],
  ['without a scheme', '//www.fdfa.be/thee.png'],
  ['outside the folder', '../secret.png'],
  ['outside the folder, encoded', '%2e%2e/secret.png'],
  ['outside the folder, by a link', 'files/out.png'],
  ['by a whole path', '/etc/passwd'],
  ['as a file address', 'file:///etc/passwd'],
  ['not there', 'files/gone.png'],
  ['no picture', 'files/no.png'],
  ['a script', 'data:image/svg+xml;base64,PHN2Zy8+'],
])('%s: left, and accounted for', async (_where, src) => {
  const read = await readingWith(`<img src="${src}" alt="x">`)
  expect(read).toMatchObject({image: undefined, pictures: [], counted: {in: 1, out: 0}})
})

test.each([
  ['© ILO/Crozet', '© ILO/Crozet', undefined],
  ['Foto: Jan Peeters', 'Jan Peeters', undefined],
  ['Theepluksters in Malawi © ILO', '© ILO', 'Theepluksters in Malawi'],
  ['Marcel Crozet', 'Marcel Crozet', undefined],
])('the caption %j holds credit and what is shown', async (caption, credit, words) => {
  const {image} = await readingWith(
    `<figure><img src="files/thee pluk.png"><figcaption>${caption}</figcaption></figure>`,
  )
  const inDutch = words && [{language: 'nl', value: words}]
  expect(image).toMatchObject({credit, ...(inDutch ? {caption: inDutch, alt: inDutch} : {})})
})

test('the other pictures of a page come along too, with what the page says of each; they are not lost', async () => {
  const other = Buffer.from(PNG, 'base64')
  other.writeUInt8(0, other.length - 1)
  const plan = await planFrom({
    'a.html': newsWith(`<img src="data:image/png;base64,${PNG}" alt="Thee">
<figure><img src="data:image/png;base64,${other.toString('base64')}"><figcaption>Een veld © IAO</figcaption></figure>
<img src="https://www.fdfa.be/away.png" alt="Weg">`),
  })
  expect(plan.assets.map(({alt, credit, caption}) => ({alt, credit, caption}))).toEqual(
    expect.arrayContaining([
      {alt: 'Thee', credit: undefined, caption: undefined},
      {alt: 'Een veld', credit: '© IAO', caption: 'Een veld'},
    ]),
  )
  expect(plan.assets).toHaveLength(2)
  expect(planText(plan)).toMatch(/PICTURES TO UPLOAD[\s\S]*line 4  \w+\.png  Een veld  © IAO/)
  expect(planHtml(plan, '2026-11-24T06:00:00Z')).toMatch(/Pictures to upload[\s\S]*Een veld · © IAO/)
  const [account] = plan.accounts
  expect(account?.counted['images']).toEqual({in: 3, out: 2})
  expect(account?.left).toEqual([
    {locator: expect.stringMatching(/^line/), kind: 'image', excerpt: 'https://www.fdfa.be/away.png'},
  ])
})

test('a picture is uploaded once for all pages that show it; once it is there, a second plan changes nothing', async () => {
  const image = `<img src="data:image/png;base64,${PNG}" alt="Thee">`
  const files = {
    'a.html': newsWith(image),
    'b.html': htmlPage('https://www.fdfa.be/nl/over-thee', 'Over thee', image),
  }
  const plan = await planFrom(files)
  expect(plan.assets).toEqual([
    {
      key: expect.stringMatching(SHA1),
      sha1: expect.any(String),
      sha256: expect.any(String),
      filename: expect.stringMatching(/^[0-9a-f]{12}\.png$/),
      bytes: 70,
      alt: 'Thee',
      source: {file: 'a.html', locator: expect.stringMatching(/^line/)},
    },
  ])
  const [asset] = plan.assets
  const id = `image-${asset?.sha1}-1x1-png`
  const applied = afterwards(plan)
  const second = await planFrom(files, {
    ...applied,
    stored: JSON.parse(JSON.stringify(applied.stored).replaceAll(asset?.key ?? '', id)),
    images: new Map([[asset?.sha1 ?? '', id]]),
  })
  expect(second.summary).toMatchObject({create: 0, patch: 0, conflict: 0})
  expect(second.assets).toEqual([])
  expect(operationWith(second, 'newsItem', 'Thee').document['image']).toMatchObject({asset: {_ref: id}})
})
