import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import type {Person} from './browser.ts'
import * as desk from './desk.ts'
import {LAPTOP, staffStudio, type StaffedStudio} from './servedStudio.ts'

/**
 * What communications staff do with the real content, in Dutch and in English: a round with two
 * projects, the refusal that the sum rule makes, and finding everything again. The tests are one story,
 * in order.
 *
 * What this does not prove: that a screen reader reads well, only that names and roles are there.
 */
let served: StaffedStudio
let client: SanityClient
let els: Person
let emma: Person

const SMALL = {width: 390, height: 844}

beforeAll(async () => {
  served = await staffStudio(loadContentWhenEmpty)
  ;({client, els, emma} = served)
})

afterAll(async () => {
  await served?.close()
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  await served.screenshots(`failed ${task.name}`)
})

const find = (type: string, title: string): Promise<Record<string, unknown> | null> =>
  client.fetch('*[_type == $type && title[language == "nl"][0].value == $title][0]', {type, title})

async function writeTitles(page: Page, dutch: string, english: string): Promise<void> {
  await desk.words(page, 'title', 'Nederlands').fill(dutch)
  await desk.words(page, 'title', 'English').fill(english)
}

/** A draft as its form would make it, where typing it would prove nothing new. */
async function completeProject(title: string, amount: number): Promise<string> {
  const draft = await find('project', title)
  const id = String(draft?.['_id'])
  await client
    .patch(id)
    .set({
      slug: {_type: 'slug', current: title.toLowerCase().replaceAll(' ', '-')},
      amount: {_type: 'money', amount, currency: 'EUR'},
      period: {
        _type: 'projectPeriod',
        plannedStart: {_type: 'partialDate', value: '2031', precision: 'year'},
      },
    })
    .commit()
  return id
}

test('the desk speaks the language of the browser, and what waits comes first', async () => {
  await els.page.getByRole('link', {name: 'Te doen'}).waitFor()
  await emma.page.getByRole('link', {name: 'To do'}).waitFor()
  const items = await els.page.getByTestId('pane-content').getByRole('link').allInnerTexts()
  expect(items.slice(0, 5)).toEqual([
    'Te doen',
    'Akkoorden en bijlagen',
    'Het trustfonds',
    'Rondes van het fonds',
    'Projecten',
  ])
  await els.screenshot('editors-desk-dutch')
})

test('makes a round under an agreement, with the words of the form in Dutch', async () => {
  await desk.open(els.page, 'agreement-2016', 'agreement')
  await els.page.getByRole('tab', {name: 'Bijlagen en rondes'}).click()
  await els.page.getByTestId('belongings').getByRole('link', {name: 'Nieuwe ronde onder dit akkoord'}).click()
  await els.page.waitForURL(/\/structure\/.*template/)
  await writeTitles(els.page, 'Ronde 2031-2032', 'Round 2031-2032')
  await els.page.getByRole('tab', {name: 'Feiten en cijfers'}).click()
  await desk.field(els.page, 'contribution').getByRole('spinbutton').fill('500000')
  await desk.field(els.page, 'contribution').getByRole('combobox').selectOption('EUR')
  await expect
    .poll(() => find('trustFundRound', 'Ronde 2031-2032'))
    .toMatchObject({
      contribution: {amount: 500_000, currency: 'EUR'},
      fund: {_ref: 'trustFund'},
      agreement: {_ref: 'agreement-2016'},
    })
  await els.page.getByText('Wat de Vlaamse Regering in het fonds stortte').waitFor()
  await els.screenshot('editors-round-dutch')
})

test('publishing says what is missing, and leads to the field', async () => {
  await els.page.getByTestId('action-publiceren').click()
  const reasons = els.page.getByTestId('publish-reasons')
  await reasons.getByText('Eerst te verbeteren').waitFor()
  await els.screenshot('editors-refused-dutch')
  await reasons.getByRole('button', {name: 'Ga naar het veld Webadres', exact: true}).click()
  await desk.field(els.page, 'slug').getByRole('button', {name: 'Genereren'}).click()
  await expect
    .poll(() => find('trustFundRound', 'Ronde 2031-2032'))
    .toMatchObject({slug: {current: 'round-2031-2032'}})
  await els.page.getByTestId('action-publiceren').click()
  await expect
    .poll(() => find('trustFundRound', 'Ronde 2031-2032').then((round) => round?.['_id']))
    .not.toMatch(/^drafts\./)
})

test('makes two projects in the round, from the round', async () => {
  const round = String((await find('trustFundRound', 'Ronde 2031-2032'))?.['_id'])
  for (const [dutch, english] of [
    ['Veilige mijnen', 'Safe mines'],
    ['Eerlijke havens', 'Fair ports'],
  ] as const) {
    await desk.open(els.page, round, 'trustFundRound')
    await els.page.getByRole('tab', {name: 'Projecten'}).click()
    await els.page.getByTestId('belongings').getByRole('link', {name: 'Nieuw project in deze ronde'}).click()
    await els.page.waitForURL(/\/structure\/.*template/)
    await writeTitles(els.page, dutch, english)
    await expect
      .poll(() => find('project', dutch))
      .toMatchObject({
        round: {_ref: round},
        title: [{value: dutch}, {value: english}],
      })
  }
})

test('the sum rule refuses the second project and says by how much, in English too', async () => {
  const mines = await completeProject('Veilige mijnen', 300_000)
  const ports = await completeProject('Eerlijke havens', 250_000)
  await desk.open(emma.page, ports.replace('drafts.', ''))
  await emma.page.getByTestId('action-publish').click()
  const reasons = emma.page.getByTestId('publish-reasons')
  await reasons.getByText('That is EUR 50,000 too much').waitFor()
  await emma.screenshot('editors-sum-rule-english')
  await reasons.getByRole('button', {name: 'Go to the field Amount', exact: true}).click()
  await desk.field(emma.page, 'amount').getByRole('spinbutton').fill('200000')
  // At once, as an editor does: the click waits for the validation of this very change.
  await emma.page.getByTestId('action-publish').click()
  await expect
    .poll(() => client.getDocument(ports.replace('drafts.', '')))
    .toMatchObject({amount: {amount: 200_000}})
  await expect.poll(() => client.getDocument(mines)).toBeDefined()
})

test('a draft waits under what is to do', async () => {
  await desk.go(els.page, '/structure/attention;drafts')
  const draft = els.page.getByRole('link', {name: /Veilige mijnen/})
  await draft.waitFor()
  await expect.poll(() => draft.innerText()).toContain('300.000 euro')
  await els.screenshot('editors-drafts-dutch')
})

test('a document shows its status, what uses it and where it comes from', async () => {
  await desk.open(els.page, 'project-tea-malawi')
  await els.page.locator('[data-ui="Badge"]', {hasText: 'Status niet bekend'}).waitFor()
  await els.page.getByRole('tab', {name: 'Herkomst'}).click()
  await els.page.getByTestId('origin').waitFor()
  await els.screenshot('editors-origin-dutch')
  await desk.open(els.page, 'place-mw', 'place')
  await els.page.getByRole('tab', {name: 'Gebruikt door'}).click()
  await els.page.getByTestId('connections').getByText('Zolang kan het niet verwijderd worden').waitFor()
  const users = els.page.getByTestId('connections').getByRole('link')
  await expect
    .poll(() => users.allInnerTexts())
    .toEqual([expect.stringContaining('Thyolo'), expect.stringContaining('275.442 euro')])
  await els.screenshot('editors-connections-dutch')
})

test('a news item is planned for a day, in Dutch', async () => {
  await client.create({
    _id: 'drafts.news-ports',
    _type: 'newsItem',
    title: [{_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value: 'Havens'}],
    slug: {_type: 'slug', current: 'ports'},
    publishedOn: '2099-01-01',
  })
  await desk.open(els.page, 'news-ports', 'newsItem')
  await desk.chooseAction(els.page, 'action-Publicatieplannen')
  await els.page.getByTestId('date-input').fill('Jan 1, 2099 08:00')
  await els.page.getByTestId('date-input').press('Enter')
  await els.screenshot('editors-planned-dutch')
  await desk.confirm(els.page)
  await expect
    .poll(() => client.fetch('*[_type == "system.release"]{state, publishAt}'))
    .toEqual([{state: 'scheduled', publishAt: expect.stringMatching(/^2099-01-01/)}])
  // Only then has the Studio gone where it goes after planning, whatever the next test opens meanwhile.
  await els.page.getByText('Gepland voor publicatie').first().waitFor()
})

test('a table that was copied elsewhere is pasted into a text, and corrected there', async () => {
  const {page} = els
  await desk.open(page, 'page-about', 'page')
  const body = desk.field(page, 'body')
  const text = body.getByRole('textbox').first()
  await text.waitFor()
  // What lies over it until it is clicked takes the click.
  await text.click({force: true})
  await body.getByRole('button', {name: 'Voeg Tabel in (blok)'}).first().click()
  await page.getByLabel('Rij 1, kolom 1').click()
  await page.evaluate(() => {
    const copied = new DataTransfer()
    copied.setData('text/plain', 'Jaar\tBijdrage\n2018\t900.000')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', {clipboardData: copied, bubbles: true}))
  })
  await page.getByLabel('Rij 2, kolom 2').fill('450.000')
  await els.screenshot('editors-table-dutch')
  await expect
    .poll(() => client.fetch('*[_id == "drafts.page-about"].body[].value[_type == "table"].rows[].cells[]'))
    .toEqual(['Jaar', 'Bijdrage', '2018', '450.000'])
})

test('a link leads to the settings of the website, where pages are put in order from the keyboard', async () => {
  const {page} = emma
  const pages = ['page-about', 'page-other']
  await client.create({_id: 'page-other', _type: 'page'})
  await client
    .patch('siteSettings')
    .set({pages: pages.map((_ref) => ({_key: _ref, _type: 'reference', _ref}))})
    .commit()
  await desk.open(page, 'siteSettings', 'siteSettings')
  const handle = desk.field(page, 'pages').locator('[data-ui="DragHandleButton"]').first()
  // Clear of the bars above and under the form, which a dragged item would be scrolled away from.
  await handle.evaluate((element) => element.scrollIntoView({block: 'center'}))
  const lifted = page.locator('[data-ui="DragHandleButton"][aria-pressed="true"]')
  const overOther = page.locator('[id^="DndLiveRegion"]', {hasText: 'area page-other.'})
  // A step at a time, and from the start where a key came before the Studio listened to it.
  await expect
    .poll(async () => {
      if ((await lifted.count()) > 0) await page.keyboard.press('Escape')
      await handle.press('Space')
      await lifted.waitFor({timeout: 5_000})
      await page.keyboard.press('ArrowDown')
      await overOther.waitFor({timeout: 5_000, state: 'attached'})
      return overOther.count()
    })
    .toBe(1)
  await page.keyboard.press('Space')
  await expect
    .poll(() => client.fetch('*[_id == "drafts.siteSettings"].pages[]._ref'))
    .toEqual(pages.toReversed())
})

test('the fund at a glance counts what was just made, and leads to it', async () => {
  await desk.go(emma.page, '/fund-overview')
  const row = emma.page.getByRole('row', {name: /2031-2032/})
  await row.getByText('to projects: EUR 500,000').waitFor()
  await row.getByText('left: EUR 0').waitFor()
  await emma.screenshot('editors-overview-english')
  await client
    .patch('drafts.'.concat(await publishedIdOf('Veilige mijnen')))
    .set({'amount.amount': 400_000})
    .commit()
  await row.getByText('too much: EUR 100,000').waitFor()
  const malawi = emma.page
    .getByRole('group', {name: 'Map of the countries'})
    .getByRole('link', {name: 'Malawi'})
  await malawi.focus()
  expect(await malawi.getAttribute('aria-label')).toBe('Malawi: EUR 275,442')
  await emma.screenshot('editors-map-english')
  await emma.page.getByRole('searchbox').fill('havens 200.000')
  await emma.page.getByText('1 project found').waitFor()
  await emma.page.getByRole('link', {name: 'Fair ports'}).last().press('Enter')
  await emma.page.getByTestId('form-view').waitFor()
  expect(emma.page.url()).toContain(await publishedIdOf('Eerlijke havens'))
})

const publishedIdOf = async (title: string): Promise<string> =>
  String((await find('project', title))?.['_id']).replace('drafts.', '')

test('the fund at a glance fits a small screen, in Dutch', async () => {
  await els.page.setViewportSize(SMALL)
  await desk.go(els.page, '/fund-overview')
  await els.page.getByRole('heading', {name: 'Het fonds in één oogopslag'}).waitFor()
  await els.page.getByRole('row', {name: /2031-2032/}).waitFor()
  const overflow = await els.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await els.screenshot('editors-overview-dutch-small')
  await els.page.setViewportSize(LAPTOP)
})

test('the language can be changed in the menu, for forms as well', async () => {
  await desk.open(emma.page, 'project-tea-malawi')
  await emma.page.getByTestId('studio-navbar').getByRole('button', {name: 'Nederlands'}).click()
  await emma.page.getByRole('tab', {name: 'Feiten en cijfers'}).waitFor()
  await emma.page.getByText('Zoals gepubliceerd. Zonder titel in een taal').waitFor()
  expect(await emma.page.evaluate(() => document.documentElement.lang)).toBe('nl')
})
