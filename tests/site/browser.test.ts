/** The site in Chromium: live edits, keyboard, phone width, no layout shift, what axe knows of WCAG. */
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'

import axe from 'axe-core'
import {chromium, type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from '../../scripts/chromium/findChromium.ts'
import {projectRoot} from '../../scripts/target/environment.ts'
import {layoutShifts} from './layoutShifts.ts'
import {startRunning, type Running} from './running.ts'
import {PAGES, WIDTHS} from './visits.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const SCREENSHOTS = join(projectRoot, 'tests', 'site', 'screenshots')
/** A page of the site, and the only one whose own address is not found. */
const NOWHERE = '/nl/nergens'

let running: Running
let browser: Browser
let complaints: string[]
/** What the site answered with an error, as `404 /nl/nergens`. */
let refused: string[]

beforeAll(async () => {
  running = await startRunning()
  browser = await chromium.launch({executablePath: await findChromium(), args: ['--no-sandbox']})
  await mkdir(SCREENSHOTS, {recursive: true})
})

afterAll(async () => {
  await browser.close()
  await running.close()
})

async function open(path: string, viewport: {width: number; height: number} = WIDTHS.laptop): Promise<Page> {
  const page = await browser.newPage({viewport})
  complaints = []
  refused = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('response', (response) => {
    const {pathname, search} = new URL(response.url())
    if (response.status() >= 400) refused.push(`${response.status()} ${pathname}${search}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(running.site.url + path)
  return page
}

/** WCAG 2.2 up to level AA, what axe holds for good practice, and ids that are there twice. */
const AXE: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {'duplicate-id': {enabled: true}},
}

/** What axe finds wrong with the page. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (options) => {
    const {violations} = await window.axe.run(options)
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
  }, AXE)
}

describe.each(Object.entries(WIDTHS))('at the width of a %s', (name, viewport) => {
  test.each([...PAGES, NOWHERE])(
    '%s fits, does not jump, bars nobody, and complains of nothing',
    async (path) => {
      const page = await open(path, viewport)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      )
      expect(await layoutShifts(page)).toEqual([])
      expect(refused).toEqual(path === NOWHERE ? [`404 ${NOWHERE}`] : [])
      // The browser complains of each, without its address.
      expect(complaints.filter((it) => !it.includes('404 (Not Found)'))).toEqual([])
      expect(await barriers(page)).toEqual([])
      await page.screenshot({
        path: join(SCREENSHOTS, `${name}${path.replaceAll(/\W+/g, '-')}.png`),
        fullPage: true,
      })
      await page.close()
    },
  )
})

describe('live', () => {
  test('a published edit shows on the open page, and focus stays where it was', async () => {
    const page = await open('/en')
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({name}) => name.includes('/assets/live')),
    )
    const link = page.getByRole('link', {name: 'All projects'})
    await link.focus()
    await running.editor.client.patch('round-2018-2019').set({'contribution.amount': 950_000}).commit()
    await page.getByText('EUR 950,000').waitFor()
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('#announcement').textContent()).toBe('This page was updated.')
    await page.close()
  })

  test('a draft does not show', async () => {
    const page = await open('/en')
    const {client} = running.editor
    const round = await client.getDocument('round-2020-2021')
    if (!round) throw new Error('the content has the round')
    await client.createOrReplace({
      ...round,
      _id: 'drafts.round-2020-2021',
      contribution: {amount: 1, currency: 'EUR'},
    })
    // The next published change is seen, so the draft before it would have been too.
    await client.patch('round-2018-2019').set({'contribution.amount': 960_000}).commit()
    await page.getByText('EUR 960,000').waitFor()
    expect(await page.getByText('EUR 1', {exact: true}).count()).toBe(0)
    await page.close()
  })

  test('a page that was away catches up when it is looked at again', async () => {
    const page = await open('/en/rounds')
    const hide = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', {value, configurable: true})
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await hide('hidden')
    await running.editor.client.patch('round-2018-2019').set({'contribution.amount': 970_000}).commit()
    await hide('visible')
    await page.getByText('EUR 970,000').waitFor()
    expect(await page.getByText('EUR 960,000').count()).toBe(0)
    await page.close()
  })
})

test('on a phone the filters stand aside until they are asked for, and stay while one is chosen', async () => {
  const page = await open('/nl/projecten', WIDTHS.phone)
  const place = page.getByLabel('Plaats')
  expect(await place.isVisible()).toBe(false)
  await page.getByText('Meer filters').click()
  await place.selectOption({label: 'Mozambique'})
  await page.getByRole('button', {name: 'Toon projecten'}).click()
  await page.getByText('2 projecten').waitFor()
  expect(await place.isVisible()).toBe(true)
  await page.close()
})

describe('without a mouse', () => {
  test('the first stop leads past the menu to the content', async () => {
    const page = await open('/nl/projecten')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar de inhoud')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.close()
  })

  test('filters are set and cleared, and the other language keeps them', async () => {
    const page = await open('/nl/projecten')
    await page.getByLabel('Plaats').selectOption({label: 'Mozambique'})
    await page.getByRole('button', {name: 'Toon projecten'}).press('Enter')
    await page.getByText('2 projecten').waitFor()
    await page.getByRole('link', {name: 'English'}).press('Enter')
    await page.getByText('2 projects').waitFor()
    expect(await page.getByLabel('Place').inputValue()).toBe('mozambique')
    await page.getByRole('link', {name: 'Clear all filters'}).press('Enter')
    await page.getByText('13 projects').waitFor()
    await page.close()
  })
})
