import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import type {LakeServer} from '../../lake/server.ts'
import {type Person, openPerson} from './browser.ts'
import {seed} from './content.ts'
import * as desk from './desk.ts'
import {serveStudio, type ServedStudio} from './servedStudio.ts'

/** Publishing together and at a time, and speaking about documents, in the unmodified Studio. One story. */
let served: ServedStudio
let server: LakeServer
let client: SanityClient
let browser: Browser
let anna: Person
let page: Page

const TEA = 'project-tea-malawi'

beforeAll(async () => {
  served = await serveStudio(seed)
  ;({server, client, browser} = served)
  anna = await openPerson(browser, server.url)
  page = anna.page
  await page.goto(`${server.url}/#token=${server.token}`)
  await page.getByTestId('studio-navbar').waitFor()
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  console.log(server.ledger)
  await anna.screenshot('failed-releases')
})

const openDocument = async (id: string, type: string, perspective = ''): Promise<void> => {
  await page.goto(`${server.url}/intent/edit/id=${id};type=${type}/${perspective}`)
  await page.getByTestId('document-pane').waitFor()
  await desk.words(page, 'title', 'English').waitFor()
}

const releaseCalled = (title: string): Promise<{name: string; state: string} | null> =>
  client.fetch('*[_type == "system.release" && metadata.title == $title][0]{name, state}', {title})

const publishedTitle = (): Promise<string> =>
  client.fetch('*[_id == $id][0].title[language == "en"][0].value', {id: TEA})

async function createRelease(title: string): Promise<string> {
  await desk.choose(page, 'global-perspective-menu-button', 'create-new-release-button')
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('release-form-title').fill(title)
  await dialog.getByTestId('submit-release-button').click()
  await expect.poll(() => releaseCalled(title)).toMatchObject({state: 'active'})
  return (await releaseCalled(title))?.name ?? ''
}

/** Adds the project to a release and writes a title there. */
async function writeVersion(release: string, title: string): Promise<void> {
  await openDocument(TEA, 'project', `?perspective=${release}`)
  await page.getByRole('button', {name: 'Add to release'}).click()
  await expect.poll(() => client.getDocument(`versions.${release}.${TEA}`)).toBeDefined()
  const input = desk.words(page, 'title', 'English').and(page.locator(':enabled:not([readonly])'))
  await input.fill(title)
  await expect
    .poll(() => client.fetch(`*[_id == "versions.${release}.${TEA}"][0].title[language == "en"][0].value`))
    .toBe(title)
}

test('a release is created, gets a version of a document, is published, and taken back', async () => {
  const before = await publishedTitle()
  const release = await createRelease('Spring')
  await writeVersion(release, 'Tea in spring')
  expect(await publishedTitle()).toBe(before)

  await page.goto(`${server.url}/releases/${release}`)
  await page.getByTestId('table-row').waitFor()
  await anna.screenshot('20-release')
  await desk.pressForDialog(page, 'publish-all-button')
  await desk.confirm(page)
  await expect.poll(() => releaseCalled('Spring')).toMatchObject({state: 'published'})
  expect(await publishedTitle()).toBe('Tea in spring')

  await desk.pressForDialog(page, 'revert-button')
  await page.getByTestId('revert-summary-restore').waitFor()
  await page.getByLabel('Immediately revert the release').check({force: true})
  await anna.screenshot('20-revert-release')
  await desk.confirm(page)
  await expect.poll(publishedTitle).toBe(before)
})

test('a release is scheduled, shown as locked, and published at its time', async () => {
  const release = await createRelease('Summer')
  await writeVersion(release, 'Tea in summer')
  const intendedPublishAt = new Date(Date.now() + 3_600_000).toISOString()
  await client.releases.edit({
    releaseId: release,
    patch: {set: {'metadata.releaseType': 'scheduled', 'metadata.intendedPublishAt': intendedPublishAt}},
  })
  await page.goto(`${server.url}/releases/${release}`)
  await desk.pressForDialog(page, 'schedule-button')
  await desk.confirm(page)
  await expect.poll(() => releaseCalled('Summer')).toMatchObject({state: 'scheduled'})
  await page.getByTestId('release-lock-icon').waitFor()
  await anna.screenshot('21-scheduled-release')

  await client.releases.schedule({releaseId: release, publishAt: new Date(Date.now() + 200).toISOString()})
  await expect.poll(publishedTitle).toBe('Tea in summer')
})

test('one draft is scheduled for itself', async () => {
  await client.create({
    _id: 'drafts.place-mw',
    _type: 'place',
    slug: {_type: 'slug', current: 'malawi'},
    kind: 'country',
    isoCode: 'MW',
    name: [{_key: 'en', _type: 'internationalizedArrayStringValue', language: 'en', value: 'Malawi (MW)'}],
  })
  await page.goto(`${server.url}/intent/edit/id=place-mw;type=place/`)
  await desk.chooseAction(page, 'action-Schedulepublish')
  await page.getByTestId('date-input').fill('Jan 1, 2099 08:00')
  await page.getByTestId('date-input').press('Enter')
  await desk.confirm(page)
  await expect
    .poll(() =>
      client.fetch('*[_type == "system.release" && metadata.cardinality == "one"]{state, publishAt}'),
    )
    .toEqual([{state: 'scheduled', publishAt: expect.stringMatching(/^2099-01-01/)}])
  await anna.screenshot('22-scheduled-draft')
})

/** What the Studio keeps beside the documents. */
const kept = (type: string): Promise<unknown[]> =>
  client.withConfig({dataset: 'production-comments'}).fetch('*[_type == $type]', {type})

test('a field gets a comment', async () => {
  await openDocument('round-2018-2019', 'trustFundRound')
  const field = desk.field(page, 'title').first()
  await field.hover()
  await field.getByRole('button', {name: 'Add comment'}).first().click({force: true})
  await page.getByTestId('comment-input-editable').click()
  await page.keyboard.insertText('Is this the official title?')
  await page.getByTestId('comment-input-send-button').click()
  await expect.poll(() => kept('comment')).toHaveLength(1)
  await anna.screenshot('23-comment')
})

test('a document gets a task', async () => {
  await page.getByTestId('tasks-toolbar').click()
  await page.getByRole('button', {name: 'New task'}).first().click()
  await page.getByPlaceholder('Task title').fill('Check the amounts')
  await page.getByRole('button', {name: 'Create Task'}).click()
  await expect.poll(() => kept('tasks.task')).toEqual([expect.objectContaining({title: 'Check the amounts'})])
  await anna.screenshot('24-task')
})

test('asked nothing of the lake that it lacks', () => expect(server.ledger).toEqual([]))
