/** The site on a slow connection, in Chromium: pages are drawn while they still arrive, and nothing jumps. */
import pMap from 'p-map'
import {chromium, type Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {findChromium} from '../../scripts/chromium/findChromium.ts'
import type {Host} from '../host/startHost.ts'
import {layoutShifts} from './layoutShifts.ts'
import {startRunning, type Running} from './running.ts'
import {startSlowHost} from './slowHost.ts'
import {PAGES, WIDTHS} from './visits.ts'

/** Pages at a time: they wait more than they work, but each is to be drawn between its pieces. */
const OPEN_PAGES = 7
/** How long a page may take to arrive whole. */
const ARRIVAL_MS = 120_000

let running: Running
let host: Host
let browser: Browser

beforeAll(async () => {
  running = await startRunning()
  host = await startSlowHost(running.site.url)
  browser = await chromium.launch({executablePath: await findChromium(), args: ['--no-sandbox']})
})

afterAll(async () => {
  await browser.close()
  await host.close()
  await running.close()
})

test.each(Object.entries(WIDTHS))(
  'no page jumps while it arrives, at the width of a %s',
  async (_, viewport) => {
    const found = await pMap(
      PAGES,
      async (path) => {
        const page = await browser.newPage({viewport})
        await page.goto(host.url + path, {timeout: ARRIVAL_MS})
        const shifts = await layoutShifts(page)
        await page.close()
        return {path, shifts}
      },
      {concurrency: OPEN_PAGES},
    )
    expect(found.filter(({shifts}) => shifts.length > 0)).toEqual([])
  },
)
