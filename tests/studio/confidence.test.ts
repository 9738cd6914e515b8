import type {SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {type Person, openPerson} from './browser.ts'
import * as desk from './desk.ts'
import {PATIENT, serveStudio, type ServedStudio} from './servedStudio.ts'

/**
 * What keeps an editor from mistakes, with the real content: what a migrated document said, the euro by
 * itself, a search that finds, no deletion of what is in use.
 *
 * What this does not prove: the search by place or amount, which is that of the fund at a glance.
 */
let served: ServedStudio
let client: SanityClient
let origin: string
let els: Person
let emma: Person

const STONE = 'project-from-a-page'

const euro = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})

const word = (language: string, value: string) => ({
  _key: language,
  _type: 'internationalizedArrayStringValue',
  language,
  value,
})

/** A project as a run of the migration writes it, corrected by an editor since. */
async function migratedProject(): Promise<void> {
  const project = {
    _id: `drafts.${STONE}`,
    _type: 'project',
    title: [word('nl', 'Kinderarbeid in de steengroeve')],
    channel: 'bilateral',
    amount: euro(340_000),
    externalIds: [{_key: 'i', _type: 'externalId', scheme: 'ilo', value: 'IND/18/99/FLA'}],
    provenance: {_type: 'provenance', file: 'steen.html', runId: 'run-7', importedOn: '2026-11-01T10:00:00Z'},
  }
  await client.mutate([{create: project}], {transactionId: 'run-7-1'})
  await client
    .patch(project._id)
    .set({amount: euro(338_630)})
    .commit()
}

beforeAll(async () => {
  served = await serveStudio(loadContentWhenEmpty)
  ;({client} = served)
  origin = served.server.url
  await migratedProject()
  els = await openPerson(served.browser, origin, 'nl-BE')
  emma = await openPerson(served.browser, origin, 'en-GB')
  for (const {page} of [els, emma]) {
    await page.setViewportSize({width: 1366, height: 850})
    await page.goto(`${origin}/dev-login?as=editor&origin=${encodeURIComponent(origin)}`)
    await page.getByTestId('studio-navbar').waitFor()
  }
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  await els.screenshot(`failed els ${task.name}`)
  await emma.screenshot(`failed emma ${task.name}`)
})

test.each([
  ['nl', () => els, 'Herkomst', ['Bedrag', 'Overgenomen', '340.000 euro', 'Nu', '338.630 euro']],
  ['en', () => emma, 'Origin', ['Amount', 'Taken over', 'EUR 340,000', 'Now', 'EUR 338,630']],
] as const)('a migrated document says what it said then and now, in %s', async (language, who, tab, told) => {
  const person = who()
  const {page} = person
  await desk.open(page, origin, STONE)
  await page.getByRole('tab', {name: tab}).click()
  const changed = page.getByTestId('since-taken-over').getByRole('region')
  await changed.waitFor()
  expect((await changed.innerText()).split('\n').filter(Boolean)).toEqual(told)
  await person.screenshot(`confidence-origin-${language}`)
})

test('a new annex of an agreement knows its agreement', async () => {
  await desk.open(els.page, origin, 'agreement-2016', 'agreement')
  await els.page.getByRole('tab', {name: 'Bijlagen en rondes'}).click()
  await els.page.getByTestId('belongings').getByRole('link', {name: 'Nieuwe bijlage bij dit akkoord'}).click()
  await els.page.waitForURL(/\/structure\/.*template/)
  await desk.words(els.page, 'title', 'Nederlands').fill('Bijlage IX')
  await expect
    .poll(
      () => client.fetch('*[_type == "annex" && title[0].value == "Bijlage IX"][0].agreement._ref'),
      PATIENT,
    )
    .toBe('agreement-2016')
})

test('an amount typed where there was none is in euros', async () => {
  const id = 'drafts.project-without-amount'
  await client.create({_id: id, _type: 'project', title: [word('en', 'No amount yet')]})
  await desk.open(emma.page, origin, id.replace('drafts.', ''))
  await emma.page.getByRole('tab', {name: 'Facts and figures'}).click()
  await desk.field(emma.page, 'amount').getByRole('spinbutton').fill('450000')
  await expect
    .poll(() => client.getDocument(id), PATIENT)
    .toMatchObject({amount: {amount: 450_000, currency: 'EUR'}})
})

test('the search of the Studio finds a project by its title', async () => {
  await emma.page.keyboard.press('ControlOrMeta+k')
  await emma.page.getByRole('combobox').first().fill('Kinderarbeid in de steengroeve')
  const found = emma.page.getByTestId('search-results').getByRole('link', {name: /Kinderarbeid in de/})
  await expect.poll(() => found.count(), PATIENT).toBeGreaterThan(0)
})

test.each(['organisation', 'place', 'theme'])('a %s in use is not deleted', async (type) => {
  const used = '*[_type == $type && count(*[references(^._id)]) > 0][0]._id'
  const id = await client.fetch<string>(used, {type})
  await expect(client.delete(id)).rejects.toThrow('cannot be deleted as there are references to it')
  expect(await client.getDocument(id)).toBeDefined()
})
