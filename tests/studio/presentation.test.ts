import type {SanityClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import type {Browser, FrameLocator, Locator, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import type {LakeServer} from '../../lake/server.ts'
import type {SiteServer} from '../../site/server.ts'
import {startSiteOn} from '../site/running.ts'
import {type Person, openPerson} from './browser.ts'
import {seed} from './content.ts'
import * as desk from './desk.ts'
import {serveStudio, type ServedStudio} from './servedStudio.ts'

/** The site in the Studio: seen with drafts, clicked to be edited; and the library's queries in Vision. One story. */
let served: ServedStudio
let server: LakeServer
let site: SiteServer
let client: SanityClient
let browser: Browser
let anna: Person
let page: Page

const TEA = 'project-tea-malawi'
const TEA_PATH = '/en/projects/decent-work-in-the-tea-sector'

beforeAll(async () => {
  served = await serveStudio(seed, {studioSettings: () => ({siteUrl: site.url})})
  ;({server, client, browser} = served)
  site = await startSiteOn(server)
  anna = await openPerson(browser, server.url, 'en-GB', site.url)
  page = anna.page
  await page.goto(`${server.url}/#token=${server.token}`)
  await page.getByTestId('studio-navbar').waitFor()
})

afterAll(async () => {
  await site?.close()
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  console.log(server.ledger, anna.errors, anna.foreignRequests)
  await anna.screenshot('failed-presentation')
})

/** The site in the frame that the Studio shows it in. */
const shown = (): FrameLocator => page.frameLocator('iframe')

const heading = (name: RegExp) => shown().getByRole('heading', {level: 1, name})

async function editTitle(id: string, title: string): Promise<void> {
  const published = await client.getDocument(TEA)
  if (!published) throw new Error('the content has the project')
  await client.createOrReplace({
    ...published,
    _id: id,
    title: [{_key: 'en', _type: 'internationalizedArrayStringValue', language: 'en', value: title}],
  })
}

test('Presentation shows the site with a draft, and the document that the page is about', async () => {
  await editTitle(`drafts.${TEA}`, 'Tea, drafted')
  await page.goto(`${server.url}/presentation?preview=${encodeURIComponent(site.url + TEA_PATH)}`)
  await expect.poll(shownTitle).toBe('Tea, drafted')
  await expect.poll(() => desk.words(page, 'title', 'English').inputValue()).toBe('Tea, drafted')
  await anna.screenshot('30-presentation')
})

test('what is typed shows on the page', async () => {
  await desk.words(page, 'title', 'English').fill('Tea, typed')
  await expect.poll(shownTitle).toBe('Tea, typed')
})

/** The overlays take clicks once the page and the Studio have found each other. */
async function clickUntil(target: Locator, opened: RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await target.hover()
      await target.click({timeout: 5000}).catch(() => undefined)
      return decodeURIComponent(page.url())
    })
    .toMatch(opened)
}

/** The heading of the shown page, without what a preview hides in it. */
const shownTitle = async (): Promise<string> =>
  stegaClean(
    (await shown()
      .getByRole('heading', {level: 1})
      .textContent({timeout: 1000})
      .catch(() => '')) ?? '',
  )

test('a click on a fact or the title opens its field', async () => {
  await clickUntil(shown().locator('[data-sanity]').filter({hasText: '275'}), /project-tea-malawi.*amount/)
  expect(await desk.field(page, 'amount').isVisible()).toBe(true)
  await anna.screenshot('31-presentation-click')
  await clickUntil(heading(/Tea, typed/), /project-tea-malawi.*title/)
  await desk.words(page, 'title', 'English').waitFor()
})

test('the form lists the pages that show the document', async () => {
  const banner = page.getByRole('button', {name: 'Used on 2 pages'})
  await banner.click()
  await page.getByText('Public page (Dutch)').waitFor()
  expect(await page.getByText(TEA_PATH).isVisible()).toBe(true)
  await anna.screenshot('32-locations')
})

test('a click on a text of any document on the page opens that document', async () => {
  await page.goto(`${server.url}/presentation?preview=${encodeURIComponent(`${site.url}/en/rounds`)}`)
  const round = shown().getByRole('main').getByText('Round 2018-2019').first()
  await round.waitFor()
  await clickUntil(round, /round-2018-2019.*title/)
  await expect.poll(() => desk.words(page, 'title', 'English').inputValue()).toBe('Round 2018-2019')
  await anna.screenshot('40-presentation-text')
})

test('a release is previewed before it is published', async () => {
  await client.releases.create({releaseId: 'rSpring', metadata: {title: 'Spring', releaseType: 'asap'}})
  await editTitle(`versions.rSpring.${TEA}`, 'Tea in spring')
  const preview = encodeURIComponent(site.url + TEA_PATH)
  await page.goto(`${server.url}/presentation?preview=${preview}&perspective=rSpring`)
  await expect.poll(shownTitle).toBe('Tea in spring')
  await anna.screenshot('33-release-preview')
})

test('beside the form stands the public page, in either language', async () => {
  await page.goto(`${server.url}/intent/edit/id=${TEA};type=project;view=public-page/`)
  await page.getByTestId('public-page').waitFor()
  await expect.poll(shownTitle).toBe('Tea, typed')
  await anna.screenshot('34-public-page')
  await page.getByTestId('public-page').getByRole('button', {name: 'Nederlands'}).click()
  await shown().getByText('Kerngegevens').or(shown().getByText('Bedrag')).first().waitFor()
  await anna.screenshot('35-public-page-dutch')
})

test("Vision has the library's queries, and runs one", async () => {
  await page.goto(`${server.url}/vision`)
  await page.getByText('Saved queries').first().waitFor()
  await anna.screenshot('36-vision')
  await page.getByText('project', {exact: true}).first().click()
  await expect.poll(() => page.locator('body').textContent()).toContain('amount:275442')
  await anna.screenshot('37-vision-query')
})

test('what is published in the Studio shows on the page that a reader has open', async () => {
  await client.delete(`drafts.${TEA}`)
  const reader = await browser.newPage()
  await reader.goto(site.url + TEA_PATH)
  await reader.getByRole('heading', {level: 1, name: 'Decent work in the tea sector'}).waitFor()
  await reader.evaluate(() => document.body.setAttribute('data-opened', 'once'))
  await desk.open(page, TEA)
  await desk.words(page, 'title', 'English').fill('Tea, published')
  await desk.publish(page)
  await reader.getByRole('heading', {level: 1, name: 'Tea, published'}).waitFor()
  expect(await reader.locator('body[data-opened]').count()).toBe(1)
  await reader.context().close()
})

test('all of it speaks Dutch', async () => {
  await page.goto(`${server.url}/intent/edit/id=${TEA};type=project;view=public-page/`)
  await page.getByRole('button', {name: 'Nederlands', exact: true}).first().click()
  await page.getByRole('tab', {name: 'Publieke pagina'}).waitFor()
  await page.goto(`${server.url}/presentation?preview=${encodeURIComponent(site.url + TEA_PATH)}`)
  await page.getByRole('button', {name: 'Staat op 2 pagina’s'}).click()
  await page.getByText('Publieke pagina (Nederlands)').waitFor()
  await expect.poll(shownTitle).toBe('Tea, published')
  await anna.screenshot('38-presentation-dutch')
})

test('asked nothing of the lake that it lacks, and nothing of anybody else', () => {
  expect(server.ledger).toEqual([])
  expect(anna.foreignRequests).toEqual([])
})
