import type {SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import type {LakeServer} from '../../lake/server.ts'
import type {Person} from './browser.ts'
import {seed} from './content.ts'
import * as desk from './desk.ts'
import {picture} from './picture.ts'
import {staffStudio, type StaffedStudio} from './servedStudio.ts'

/** Photos found again and described, and deleted documents brought back, in Dutch and in English. One story. */
let served: StaffedStudio
let server: LakeServer
let client: SanityClient
let els: Person
let emma: Person

const TEA = 'project-tea-malawi'

const words = (nl: string, en: string) =>
  Object.entries({nl, en}).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue',
    language,
    value,
  }))

beforeAll(async () => {
  served = await staffStudio(fill)
  ;({server, client, els, emma} = served)
})

/** Two files, and a theme that was deleted together with the page about it, after another one. */
async function fill(empty: SanityClient): Promise<void> {
  await seed(empty)
  await empty.assets.upload('image', await picture(), {filename: 'tea-pickers.jpg'})
  await empty.assets.upload('file', Buffer.from('a,b'), {filename: 'figures.csv'})
  const ref = (id: string) => ({_type: 'reference', _ref: id})
  await empty.create({_id: 'theme-ports', _type: 'theme', title: words('Havens', 'Ports')})
  await empty.create({_id: 'theme-mines', _type: 'theme', title: words('Mijnen', 'Mines')})
  await empty.create({
    _id: 'news-mines',
    _type: 'newsItem',
    title: words('Veiliger mijnen', 'Safer mines'),
    publishedOn: '2018-03-01',
    about: [{...ref('theme-mines'), _key: 'a'}],
  })
  await empty.delete('theme-ports')
  await empty.mutate([{delete: {id: 'news-mines'}}, {delete: {id: 'theme-mines'}}])
}

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  console.log(server.ledger, els.errors, emma.errors)
  await served.screenshots(`failed ${task.name}`)
})

test('the media browser shows all files, finds one by its name, and says where its words belong', async () => {
  const {page} = els
  await desk.go(page, '/media')
  const media = page.getByTestId('media-browser')
  await media.getByText('figures.csv').waitFor()
  await media.getByText('tea-pickers.jpg').waitFor()
  await els.screenshot('media-browser-dutch')
  await media.getByPlaceholder('Search').fill('tea')
  await media.getByText('figures.csv').waitFor({state: 'detached'})
  await media.locator('img').click()
  await page.getByRole('dialog').getByText('staat waar de foto wordt gebruikt').waitFor()
  expect(await page.getByRole('dialog').getByLabel('Filename').inputValue()).toBe('tea-pickers.jpg')
  await els.screenshot('media-details-dutch')
})

test('a photo field picks from it, and asks for a description in both languages and the credit', async () => {
  const {page} = emma
  await desk.open(page, TEA)
  await desk.openGroup(page, 'Texts')
  await page.getByTestId('imageWithCredit-object-input-multi-browse-button').click()
  await page.getByTestId('imageWithCredit-object-input-browse-button-media').click()
  await page.getByTestId('media-browser').locator('img').click()
  await expect
    .poll(() => client.fetch(`*[_id == "drafts.${TEA}"][0].image.asset->originalFilename`))
    .toBe('tea-pickers.jpg')
  const alt = desk.field(page, 'image.alt')
  await alt.getByTestId('add-nl').click()
  await desk.words(page, 'image.alt', 'Nederlands').fill('Plukkers in een theeveld')
  await expect
    .poll(() => client.fetch(`*[_id == "drafts.${TEA}"][0].image.alt[0].value`))
    .toBe('Plukkers in een theeveld')
  await desk.publish(page)
  const reasons = page.getByTestId('publish-reasons')
  await reasons.getByText('This photo does not say in English what it shows').waitFor()
  await expect.poll(() => reasons.innerText()).toContain('Photo › Credit')
  expect(await reasons.innerText()).not.toContain('in Dutch what it shows')
  await emma.screenshot('media-photo-reasons')
  expect(await client.fetch(`*[_id == "${TEA}"][0].image`)).toBeNull()
})

test('what was deleted is listed with what it said, and comes back as a draft', async () => {
  const {page} = els
  await desk.go(page, '/manage')
  await page.getByRole('tab', {name: 'Verwijderd'}).click()
  const list = page.getByTestId('deleted').getByRole('listitem')
  await list.nth(2).waitFor()
  expect(await list.allInnerTexts()).toEqual([
    expect.stringContaining('Veiliger mijnen'),
    expect.stringContaining('Mijnen'),
    expect.stringContaining('Havens'),
  ])
  const news = list.filter({hasText: 'Veiliger mijnen'})
  // The name comes after the id that stands for it.
  await expect.poll(() => news.innerText()).toMatch(/verwijderd op \d+ \w+ \d{4} .* door Administrator/)
  await news.getByText('Wat erin stond').click()
  await news.getByText('Safer mines').waitFor()
  await els.screenshot('deleted-dutch')
  await news.getByRole('button', {name: 'Veiliger mijnen terugzetten als concept'}).click()
  await news.getByText('Veiliger mijnen is weer een concept').waitFor()
  expect(await client.getDocument('drafts.news-mines')).toMatchObject({
    title: words('Veiliger mijnen', 'Safer mines'),
    about: [{_ref: 'theme-mines', _weak: true, _strengthenOnPublish: {type: 'theme'}}],
  })
  expect(await client.getDocument('news-mines')).toBeUndefined()
})

test('nothing is restored over what exists again', async () => {
  const {page} = emma
  await desk.go(page, '/manage')
  await page.getByRole('tab', {name: 'Deleted'}).click()
  const ports = page.getByTestId('deleted').getByRole('listitem').filter({hasText: 'Ports'})
  await ports.waitFor()
  await client.create({_id: 'theme-ports', _type: 'theme', title: words('Zeehavens', 'Sea ports')})
  await ports.getByRole('button', {name: 'Restore Ports as a draft'}).click()
  await page.getByText('there is a document under this id again').waitFor()
  await emma.screenshot('deleted-english')
  expect(await client.getDocument('drafts.theme-ports')).toBeUndefined()
  expect(await client.getDocument('theme-ports')).toMatchObject({title: words('Zeehavens', 'Sea ports')})
})

test('asked nothing of the lake that it lacks, and nothing of anybody else', () => {
  expect(server.ledger).toEqual([])
  expect([...els.foreignRequests, ...emma.foreignRequests]).toEqual([])
})
