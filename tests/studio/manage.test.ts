import {readFile} from 'node:fs/promises'
import type {SanityClient} from '@sanity/client'
import {readXlsx} from 'hucre/xlsx'
import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import type {LakeServer} from '../../lake/server.ts'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import type {Person} from './browser.ts'
import * as desk from './desk.ts'
import {staffStudio, type StaffedStudio} from './servedStudio.ts'

/** Many documents at once, in Dutch and in English: the tests are one story, in order. */
let served: StaffedStudio
let server: LakeServer
let client: SanityClient
let els: Person
let emma: Person

const words = (nl: string, en: string) =>
  Object.entries({nl, en}).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue',
    language,
    value,
  }))
const slug = (current: string) => ({_type: 'slug', current})

beforeAll(async () => {
  served = await staffStudio(async (empty) => {
    await loadContentWhenEmpty(empty)
    await empty
      .transaction()
      .create({_id: 'drafts.theme-a', _type: 'theme', title: words('Mijnen', 'Mines'), slug: slug('mines')})
      .create({_id: 'drafts.theme-b', _type: 'theme', title: words('=Havens', 'Ports'), slug: slug('ports')})
      .create({_id: 'drafts.theme-c', _type: 'theme', title: words('Zonder adres', 'Without an address')})
      .commit()
  })
  ;({server, client, els, emma} = served)
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  await served.screenshots(`failed ${task.name}`)
})

const openTool = (page: Page) => desk.go(page, '/manage')

test('drafts are chosen, judged and published together; what does not pass says why', async () => {
  await openTool(els.page)
  await els.page.getByRole('heading', {name: 'Concepten publiceren'}).waitFor()
  await els.page.getByRole('button', {name: 'Alles kiezen'}).click()
  const withoutAddress = els.page
    .getByTestId('drafts')
    .getByRole('listitem')
    .filter({hasText: 'Zonder adres'})
  await withoutAddress.getByText('Kan nog niet worden gepubliceerd').waitFor()
  await expect.poll(() => withoutAddress.innerText()).toContain('Webadres')
  await els.screenshot('manage-publish-dutch')
  await els.page.getByRole('button', {name: '2 concepten publiceren'}).click()
  await expect
    .poll(() => client.fetch('*[_id in ["theme-a", "theme-b", "theme-c"]]._id'))
    .toEqual(['theme-a', 'theme-b'])
  await els.page.getByText('=Havens').waitFor({state: 'detached'})
  expect(await client.getDocument('drafts.theme-c')).toBeDefined()
})

test('a list is a file for a spreadsheet, in the language of the interface, with no formula in it', async () => {
  await openTool(emma.page)
  await emma.page.getByRole('tab', {name: 'Export lists'}).click()
  await emma.page.getByLabel('Which list').selectOption('theme')
  await emma.screenshot('manage-export-english')
  const csv = await downloaded(emma.page, 'As CSV')
  const [head, ...rows] = csv.toString().split('\r\n')
  expect(head).toContain('Title (Dutch),Title (English)')
  expect(rows.find((row) => row.includes('theme-b'))).toMatch(/^'=Havens,Ports,/)

  const {sheets} = await readXlsx(await downloaded(emma.page, 'As Excel'))
  expect(sheets[0]?.rows.find((row) => row.includes('theme-b'))?.slice(0, 2)).toEqual(['=Havens', 'Ports'])
})

test('the tool fits a small screen, and nothing went wrong on the way', async () => {
  await els.page.setViewportSize({width: 400, height: 850})
  await openTool(els.page)
  await els.page.getByRole('tab', {name: 'Lijsten exporteren'}).click()
  await els.page.getByRole('button', {name: 'Als CSV'}).waitFor()
  await els.screenshot('manage-small-dutch')
  const overflow = await els.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  expect([...els.foreignRequests, ...emma.foreignRequests]).toEqual([])
  expect(server.ledger).toEqual([])
})

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', {name: button}).click()
  return readFile(await (await download).path())
}
