import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type SanityClient, createClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {type LakeServer, startLake} from '../../lake/server.ts'
import {buildStudioWhenStale, studioFolder} from '../../scripts/studio/buildStudio.ts'
import {type Person, launchBrowser, openPerson} from './browser.ts'
import {seed} from './content.ts'
import {picture} from './picture.ts'
import * as desk from './desk.ts'

/**
 * The unmodified Studio on a real lake, in a real browser, by what an editor does in a day. The tests
 * are one story, in order. Every step waits for what an editor would see, or for what the lake keeps.
 *
 * What this does not prove: other browsers, touch, the hosted Content Lake.
 */
let dataDir: string
let server: LakeServer
let client: SanityClient
let browser: Browser
let anna: Person
let bram: Person

beforeAll(async () => {
  await buildStudioWhenStale((reason) => process.stderr.write(`Building the Studio: ${reason}\n`))
  dataDir = await mkdtemp(join(tmpdir(), 'studio-'))
  server = await startLake({port: 0, dataDir, studioDir: studioFolder})
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
  anna = await openPerson(browser, server.url)
  bram = await openPerson(browser, server.url, 'nl-BE')
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(dataDir, {recursive: true, force: true})
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  console.log(server.ledger, await anna.page.getByTestId('field-follows').innerHTML().catch(String))
  await anna.screenshot('failed-anna')
  await bram.screenshot('failed-bram')
})

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
  await bram.screenshot('01-desk-dutch')
})

test('lists the projects of a round', async () => {
  await anna.page.getByRole('link', {name: 'Projects'}).click()
  await anna.page.getByRole('link', {name: 'Per round'}).click()
  await anna.page.getByRole('link', {name: 'Ronde 2018-2019'}).click()
  await anna.page.getByRole('link', {name: /Waardig werk in de theesector/}).waitFor()
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

test('publishes', async () => {
  await desk.openGroup(anna.page, 'Texts')
  await desk.generateSlug(anna.page)
  await desk.publish(anna.page)
  await expect.poll(() => idOf(NEW_TITLE)).not.toMatch(/^drafts\./)
  await anna.screenshot('05-published')
})
