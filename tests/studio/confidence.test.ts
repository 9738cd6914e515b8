import type {SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import type {Person} from './browser.ts'
import * as desk from './desk.ts'
import {staffStudio, type StaffedStudio} from './servedStudio.ts'

/**
 * What keeps an editor from mistakes, with the real content: what a migrated document said, the euro by
 * itself, a search that finds by what people remember, no deletion of what is in use.
 */
let served: StaffedStudio
let client: SanityClient
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
  served = await staffStudio(loadContentWhenEmpty)
  ;({client, els, emma} = served)
  await migratedProject()
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  await served.screenshots(`failed ${task.name}`)
})

test.each([
  ['nl', () => els, 'Herkomst', ['Bedrag', 'Overgenomen', '340.000 euro', 'Nu', '338.630 euro']],
  ['en', () => emma, 'Origin', ['Amount', 'Taken over', 'EUR 340,000', 'Now', 'EUR 338,630']],
] as const)('a migrated document says what it said then and now, in %s', async (language, who, tab, told) => {
  const person = who()
  const {page} = person
  await desk.open(page, STONE)
  await page.getByRole('tab', {name: tab}).click()
  const changed = page.getByTestId('since-taken-over').getByRole('region')
  await changed.waitFor()
  expect((await changed.innerText()).split('\n').filter(Boolean)).toEqual(told)
  await person.screenshot(`confidence-origin-${language}`)
})

test('a new annex of an agreement knows its agreement', async () => {
  await desk.open(els.page, 'agreement-2016', 'agreement')
  await desk.badge(els.page, 'Cijfers in discussie').waitFor()
  await els.page.getByRole('tab', {name: 'Bijlagen en rondes'}).click()
  await els.page.getByTestId('belongings').getByRole('link', {name: 'Nieuwe bijlage bij dit akkoord'}).click()
  await els.page.waitForURL(/\/structure\/.*template/)
  await desk.words(els.page, 'title', 'Nederlands').fill('Bijlage IX')
  await expect
    .poll(() => client.fetch('*[_type == "annex" && title[0].value == "Bijlage IX"][0].agreement._ref'))
    .toBe('agreement-2016')
})

test('a new project of a round that is not published keeps what is typed, and refers to it', async () => {
  const round = 'round-2033'
  await client.create({_id: `drafts.${round}`, _type: 'trustFundRound', title: [word('nl', 'Ronde 2033')]})
  await desk.open(els.page, round, 'trustFundRound')
  await els.page.getByRole('tab', {name: 'Projecten'}).click()
  await els.page.getByTestId('belongings').getByRole('link', {name: 'Nieuw project in deze ronde'}).click()
  await els.page.waitForURL(/\/structure\/.*template/)
  await desk.words(els.page, 'title', 'Nederlands').fill('Veilig in de mijn')
  const project = (): Promise<{_id: string; round: unknown} | null> =>
    client.fetch('*[_type == "project" && title[0].value == "Veilig in de mijn"][0]{_id, round}')
  await expect.poll(project).toMatchObject({round: {_ref: round, _weak: true}})
  const draftId = String((await project())?._id)
  const publish = (publishedId: string) =>
    client.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${publishedId}`,
      publishedId,
    })
  await publish(round)
  await publish(draftId.replace('drafts.', ''))
  expect((await project())?.round).toEqual({_type: 'reference', _ref: round})
})

test('a form stays in its place while the Studio learns late whether there are comments', async () => {
  const {page} = emma
  const features = '**/features?*'
  await page.route(features, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue()
  })
  await desk.load(page, served.server.url, 'theme-decent-work', 'theme')
  const input = desk.words(page, 'title', 'English')
  await input.evaluate((element) => element.setAttribute('data-typed-in', ''))
  // Comments are there: nothing is to come that would put another form in the place of this one.
  await input.hover()
  await page.getByRole('button', {name: 'Add comment'}).first().waitFor()
  expect(await page.locator('[data-typed-in]').count()).toBe(1)
  await page.unroute(features)
})

test('a copy leaves to the original what belongs to one document alone', async () => {
  await desk.open(els.page, 'news-2018-round', 'newsItem')
  await els.page.getByTestId('action-menu-button').click()
  await els.page.getByTestId('action-Dupliceren').click()
  const copies = (): Promise<Record<string, unknown>[]> =>
    client.fetch(
      '*[_type == "newsItem" && title[0].value == *[_id == $of][0].title[0].value && _id != $of]',
      {of: 'news-2018-round'},
    )
  await expect.poll(copies).toHaveLength(1)
  const [copy] = await copies()
  expect(copy).toHaveProperty('publishedOn')
  expect(Object.keys(copy ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(slug|externalIds|provenance)$/)]),
  )
})

test('in a release, what belongs to a document is what the release has', async () => {
  const name = 'rAutumn'
  await client.releases.create({releaseId: name, metadata: {title: 'Najaar', releaseType: 'undecided'}})
  await client.create({
    _id: `versions.${name}.project-autumn`,
    _type: 'project',
    title: [word('nl', 'Herfstproject')],
    round: {_type: 'reference', _ref: 'round-2018-2019'},
  })
  await desk.go(els.page, '/structure')
  await els.page.getByTestId('form-view').waitFor({state: 'detached'})
  await desk.go(els.page, `/intent/edit/id=round-2018-2019;type=trustFundRound/?perspective=${name}`)
  await els.page.getByRole('tab', {name: 'Projecten'}).click()
  const project = els.page.getByTestId('belongings').getByRole('link', {name: 'Herfstproject'})
  await expect.poll(() => project.count()).toBe(1)
  await desk.go(els.page, '/structure?perspective=')
})

test('what only a published document refers to is in use', async () => {
  const theme = 'theme-in-use'
  const themes = [{_key: 't', _type: 'reference', _ref: theme}]
  await client.create({_id: theme, _type: 'theme', title: [word('nl', 'In gebruik')]})
  await client.create({_id: 'project-user', _type: 'project', title: [word('nl', 'Gebruiker')], themes})
  await client.create({_id: 'drafts.project-user', _type: 'project', title: [word('nl', 'Gebruiker')]})
  await desk.open(els.page, theme, 'theme')
  await els.page.getByRole('tab', {name: 'Gebruikt door'}).click()
  const user = els.page.getByTestId('connections').getByRole('link', {name: 'Gebruiker'})
  await expect.poll(() => user.count()).toBe(1)
})

test('a document in one language says so, and is published in that language', async () => {
  const slug = {_type: 'slug', current: 'ports'}
  await client.create({_id: 'drafts.theme-ports', _type: 'theme', title: [word('nl', 'Havens')], slug})
  await desk.open(els.page, 'theme-ports', 'theme')
  await desk.badge(els.page, 'Niet in het Engels').waitFor()
  expect(await desk.badge(els.page, 'Niet in het Nederlands').count()).toBe(0)
  await els.screenshot('confidence-one-language')
  await desk.publish(els.page)
  await expect
    .poll(() => client.getDocument('theme-ports'))
    .toMatchObject({title: [{language: 'nl', value: 'Havens'}]})
  await desk.badge(els.page, 'Niet in het Engels').waitFor()
})

test('an amount typed where there was none is in euros', async () => {
  const id = 'drafts.project-without-amount'
  await client.create({_id: id, _type: 'project', title: [word('en', 'No amount yet')]})
  await desk.open(emma.page, id.replace('drafts.', ''))
  await emma.page.getByRole('tab', {name: 'Facts and figures'}).click()
  await desk.field(emma.page, 'amount').getByRole('spinbutton').fill('450000')
  await expect.poll(() => client.getDocument(id)).toMatchObject({amount: {amount: 450_000, currency: 'EUR'}})
})

test.each([
  ['title', 'Kinderarbeid in de steengroeve', /Kinderarbeid in de/],
  ['amount', '275.442 euro', /Thyolo/],
  ['code', 'IND/18/99/FLA', /Kinderarbeid in de/],
  ['place', 'malawi', /Thyolo/],
  ['round and place', '2018-2019 india', /natuursteen|natural stone/i],
])('the search of the Studio finds a project by its %s', async (_, typed, title) => {
  const found = await desk.search(emma.page, typed)
  await expect.poll(() => found.filter({hasText: title}).count()).toBeGreaterThan(0)
  if (typed === 'malawi') await emma.screenshot('confidence-search')
  await emma.page.keyboard.press('Escape')
})

test.each(['organisation', 'place', 'theme'])('a %s in use is not deleted', async (type) => {
  const used = '*[_type == $type && count(*[references(^._id)]) > 0][0]._id'
  const id = await client.fetch<string>(used, {type})
  await expect(client.delete(id)).rejects.toThrow('cannot be deleted as there are references to it')
  expect(await client.getDocument(id)).toBeDefined()
})
