import type {SanityClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import type {LakeServer} from '../../lake/server.ts'
import {type Person, openPerson} from './browser.ts'
import {seed} from './content.ts'
import {picture} from './picture.ts'
import * as desk from './desk.ts'
import {serveStudio, type ServedStudio} from './servedStudio.ts'

/**
 * The unmodified Studio on a real lake, in a real browser, by what an editor does in a day. The tests
 * are one story, in order. Every step waits for what an editor would see, or for what the lake keeps.
 *
 * What this does not prove: other browsers, touch, the hosted Content Lake.
 */
let served: ServedStudio
let server: LakeServer
let client: SanityClient
let browser: Browser
let anna: Person
let bram: Person

beforeAll(async () => {
  served = await serveStudio(seed)
  ;({server, client, browser} = served)
  anna = await openPerson(browser, server.url)
  bram = await openPerson(browser, server.url, 'nl-BE')
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  process.stderr.write(`${[...anna.errors, ...bram.errors].join('\n')}\n`)
  await anna.screenshot(`failed anna ${task.name}`)
  await bram.screenshot(`failed bram ${task.name}`)
})

/**
 * What the page's policy stops, and the Studio then logs: its search for a newer version of itself, and
 * whether Sanity's feedback service can be reached.
 */
const EXPECTED_ERRORS = /sanity-cdn\.com|api\.sanity\.io|Failed to fetch version for package/

const TEA = 'project-tea-malawi'
const NEW_TITLE = 'Safe work in the garment sector'

/** Id of the draft or published document with the English title that the story gives it. */
const idOf = (title: string): Promise<string | null> =>
  client.fetch('*[_type == "project" && title[language == "en"][0].value == $title][0]._id', {title})

const stored = (id: string): Promise<Record<string, unknown> | undefined> =>
  client.getDocument(id).then((document) => document ?? undefined)

test('signs in without an account, in the language of the browser', async () => {
  await anna.page.goto(server.url)
  await anna.page.getByRole('link', {name: 'Sign in on this computer'}).click()
  await anna.page.getByTestId('studio-navbar').waitFor()
  await anna.page.getByRole('link', {name: 'The trust fund'}).waitFor()
  await anna.screenshot('01-desk-english')

  await bram.page.goto(`${server.url}/dev-login?as=editor&origin=${encodeURIComponent(server.url)}`)
  await bram.page.getByRole('link', {name: 'Het trustfonds'}).waitFor()
  expect(await bram.page.getByRole('link', {name: 'The trust fund'}).count()).toBe(0)
  await bram.screenshot('01-desk-dutch')
})

test('lists the projects of a round', async () => {
  await anna.page.getByRole('link', {name: 'Projects'}).click()
  await anna.page.getByRole('link', {name: 'Per round'}).click()
  await anna.page.getByRole('link', {name: 'Round 2018-2019'}).click()
  const listed = anna.page.getByRole('link', {name: /Decent work in the tea sector/})
  await expect.poll(() => listed.count()).toBe(1)
  await anna.screenshot('02-projects-of-a-round')
})

test('creates a project in that round; typing saves by itself', async () => {
  await desk.createInList(anna.page)
  await desk.words(anna.page, 'title', 'English').fill(NEW_TITLE)
  await desk.words(anna.page, 'title', 'Nederlands').fill('Veilig werk in de kledingsector')
  await expect.poll(() => idOf(NEW_TITLE)).toMatch(/^drafts\./)
  const draft = await stored((await idOf(NEW_TITLE)) ?? '')
  expect(draft).toMatchObject({channel: 'trustFund', round: {_ref: 'round-2018-2019'}})
  await anna.screenshot('03-new-project')
})

test('picks a reference by searching', async () => {
  await desk.openGroup(anna.page, 'Connections')
  await desk.pickReference(anna.page, 'follows', 'theesector')
  const id = (await idOf(NEW_TITLE)) ?? ''
  await expect.poll(() => stored(id)).toMatchObject({follows: {_ref: 'project-tea-malawi'}})
  await anna.screenshot('04-reference')
})

test('publishes what passes the rules', async () => {
  await desk.openGroup(anna.page, 'Texts')
  await desk.generateSlug(anna.page)
  const id = (await idOf(NEW_TITLE)) ?? ''
  await expect.poll(() => stored(id)).toMatchObject({slug: {current: 'safe-work-in-the-garment-sector'}})
  await expect.poll(() => anna.page.getByTestId('input-validation-icon-error').count()).toBe(0)
  await desk.publish(anna.page)
  await expect.poll(() => idOf(NEW_TITLE)).not.toMatch(/^drafts\./)
  await anna.screenshot('05-published')
})

test('opening a document does not change it', async () => {
  await desk.load(anna.page, server.url, TEA)
  await desk.words(anna.page, 'title', 'English').waitFor()
  expect(await stored(`drafts.${TEA}`)).toBeUndefined()
})

test('shows a colleague and what they type, while they type', async () => {
  await desk.load(bram.page, server.url, TEA)
  await desk.words(bram.page, 'title', 'English').fill('Decent work in the tea sector of Malawi')
  await expect
    .poll(() => desk.words(anna.page, 'title', 'English').inputValue())
    .toBe('Decent work in the tea sector of Malawi')
  await anna.page
    .getByTestId('document-level-presence')
    .or(desk.presenceIn(anna.page, 'title'))
    .first()
    .waitFor()
  await anna.screenshot('06-colleague-types')
  await desk.words(anna.page, 'title', 'Nederlands').fill('Waardig werk in de theesector van Malawi')
  await expect
    .poll(() => desk.words(bram.page, 'title', 'Nederlands').inputValue())
    .toBe('Waardig werk in de theesector van Malawi')
  await bram.screenshot('06-colleague-sees')
})

test('reviews the changes since the last publication', async () => {
  await anna.page.getByTestId('pane-footer-document-status').click()
  const changes = anna.page.getByTestId('review-changes-pane')
  await expect.poll(() => changes.getByText('of Malawi').count()).toBeGreaterThan(0)
  await anna.screenshot('07-review-changes')
})

test('reads the history and restores an earlier revision', async () => {
  await anna.page.getByRole('tab', {name: 'History'}).click()
  await anna.page.getByTestId('timeline-item-button').last().click()
  await anna.page.getByTestId('action-reverttorevision').waitFor()
  await anna.screenshot('08-history')
  await anna.page.getByTestId('action-reverttorevision').click()
  await anna.page
    .getByTestId('confirm-popover-confirm-button')
    .or(anna.page.getByTestId('confirm-button'))
    .click()
  await expect
    .poll(() => stored(`drafts.${TEA}`))
    .toMatchObject({
      title: [{value: 'Waardig werk in de theesector'}, {value: 'Decent work in the tea sector'}],
    })
})

test('takes in an image and shows it', async () => {
  await desk.load(anna.page, server.url, TEA)
  const bytes = await picture()
  await anna.page
    .getByTestId('file-button-input')
    .setInputFiles({name: 'tea.jpg', mimeType: 'image/jpeg', buffer: bytes})
  const shown = anna.page.getByTestId('image-input').locator('img').first()
  await shown.scrollIntoViewIfNeeded()
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0)
  await expect
    .poll(() => client.fetch('*[_type == "sanity.imageAsset"]{originalFilename, size}'))
    .toEqual([{originalFilename: 'tea.jpg', size: bytes.byteLength}])
  await anna.screenshot('09-image')
})

test('finds by words in every list and everywhere', async () => {
  await anna.page.getByTestId('studio-search').click()
  await anna.page.keyboard.type('kledingsector')
  const found = anna.page.getByTestId('search-results').getByText(NEW_TITLE)
  await expect.poll(() => found.count()).toBeGreaterThan(0)
  await anna.screenshot('10-search')
  await anna.page.keyboard.press('Escape')
})

test('asks a query in Vision', async () => {
  await desk.go(anna.page, '/vision')
  await anna.page.locator('.cm-content').first().click()
  await anna.page.keyboard.press('ControlOrMeta+A')
  await anna.page.keyboard.insertText('*[_type == "project"] | order(_id){amount}')
  await anna.page.getByRole('button', {name: 'Fetch'}).click()
  const result = anna.page.getByText('275442')
  await expect.poll(() => result.count()).toBe(1)
  await anna.screenshot('11-vision')
})

test('names the documents that refer to what is to be deleted', async () => {
  await desk.load(anna.page, server.url, 'place-mw', 'place')
  await desk.chooseAction(anna.page, 'action-Delete')
  const referring = anna.page.getByTestId('internal-references').getByText(/Decent work in the tea sector/)
  await expect.poll(() => referring.count()).toBeGreaterThan(0)
  await anna.screenshot('12-delete')
  await anna.page.getByTestId('cancel-button').click()
})

test('the one trust fund can be published, not copied or deleted', async () => {
  await anna.page.getByRole('link', {name: 'The trust fund'}).click()
  await desk.words(anna.page, 'title', 'English').waitFor()
  await anna.screenshot('13-trust-fund')
  await anna.page.getByTestId('action-publish').waitFor()
  expect(await anna.page.getByTestId('action-menu-button').count()).toBe(0)
})

test('asked nothing of the lake that it lacks, and nothing of anybody else', () => {
  expect(server.ledger).toEqual([])
  for (const person of [anna, bram]) {
    expect(person.foreignRequests).toEqual([])
    expect(person.errors.filter((error) => !EXPECTED_ERRORS.test(error))).toEqual([])
  }
})
