import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type SanityClient, createClient} from '@sanity/client'
import type {Browser, FrameLocator, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {type LakeServer, startLake} from '../../lake/server.ts'
import {createFundClient} from '../../queries/index.ts'
import {builtOverlays} from '../../scripts/site/overlays.ts'
import {buildStudioWhenStale, studioFolder} from '../../scripts/studio/buildStudio.ts'
import {type SiteServer, startSite} from '../../site/server.ts'
import {type Person, launchBrowser, openPerson} from './browser.ts'
import {seed} from './content.ts'
import * as desk from './desk.ts'

/** The site in the Studio: seen with drafts, clicked to be edited; and the library's queries in Vision. One story. */
let dataDir: string
let server: LakeServer
let site: SiteServer
let client: SanityClient
let browser: Browser
let anna: Person
let page: Page

const TEA = 'project-tea-malawi'
const TEA_PATH = '/en/projects/decent-work-in-the-tea-sector'
const PATIENT = {timeout: 20_000}

beforeAll(async () => {
  await buildStudioWhenStale((reason) => process.stderr.write(`Building the Studio: ${reason}\n`))
  dataDir = await mkdtemp(join(tmpdir(), 'studio-'))
  server = await startLake({
    port: 0,
    dataDir,
    studioDir: studioFolder,
    studioSettings: () => ({siteUrl: site.url}),
  })
  site = await startSite({
    port: 0,
    fund: createFundClient({url: server.url}),
    contentOrigin: server.url,
    frameAncestors: [server.url],
    preview: {
      fund: createFundClient({url: server.url, token: server.token, perspective: 'drafts'}),
      studioUrl: server.url,
      overlays: await builtOverlays(),
    },
  })
  client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    token: server.token,
    perspective: 'raw',
  })
  await seed(client)
  browser = await launchBrowser()
  anna = await openPerson(browser, server.url, 'en-GB', site.url)
  page = anna.page
  await page.goto(`${server.url}/#token=${server.token}`)
  await page.getByTestId('studio-navbar').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await server?.close()
  await rm(dataDir, {recursive: true, force: true})
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  console.log(server.ledger, anna.errors, anna.foreignRequests)
  await anna.screenshot('failed-presentation')
})

/** The site in Presentation's frame. */
const shown = (): FrameLocator => page.frameLocator('iframe[data-sanity-viewport], iframe[title*="review"]')

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
  await shown()
    .getByRole('heading', {level: 1, name: /Tea, drafted/})
    .waitFor()
  await expect.poll(() => desk.words(page, 'title', 'English').inputValue(), PATIENT).toBe('Tea, drafted')
  await anna.screenshot('30-presentation')
})

test('what is typed shows on the page', async () => {
  await desk.words(page, 'title', 'English').fill('Tea, typed')
  await shown()
    .getByRole('heading', {level: 1, name: /Tea, typed/})
    .waitFor(PATIENT)
})

test('a click on an element opens its field', async () => {
  await shown().getByText('275').first().hover()
  await shown()
    .locator('sanity-visual-editing [data-ui], sanity-visual-editing a')
    .first()
    .waitFor({state: 'attached'})
  await shown().getByText('275').first().click()
  await expect.poll(() => page.url(), PATIENT).toContain('amount')
  await anna.screenshot('31-presentation-click')
})
