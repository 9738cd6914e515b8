/** `npm run dev` as whoever changes the Studio meets it: the Studio from its sources, on a lake with content. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {launchBrowser, openPerson} from '../studio/browser.ts'
import {freePort, run, start, type Running} from './processes.ts'

let dataDir: string
let running: Running | undefined
let browser: Browser | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dev-test-'))
})
afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(dataDir, {recursive: true, force: true})
})

test('the Studio finds content and API on its own address, and all ends with one signal', async () => {
  const port = await freePort()
  running = start('dev', ['--port', String(port), '--data', dataDir])
  const [, api = '', site = ''] = await running.until(
    /API\s+(\S+)[\s\S]*Site\s+(\S+)[\s\S]*Ctrl-C stops it/,
    120_000,
  )
  const studio = `http://localhost:${port}`

  browser = await launchBrowser()
  const {page} = await openPerson(browser, studio, 'en-GB', new URL(api).origin)
  await page.goto(`${studio}/dev-login?origin=${encodeURIComponent(studio)}`)
  await page.getByTestId('studio-navbar').waitFor()
  await page.getByRole('link', {name: 'Rounds of the fund'}).first().click()
  await page
    .getByRole('link', {name: /2018-2019/})
    .first()
    .waitFor()
  expect((await fetch(site)).status).toBe(200)

  expect(await running.stop('SIGTERM')).toBe(0)
  for (const address of [studio, api, site]) await expect(fetch(address)).rejects.toThrow('fetch failed')
})

test.each([['--port', '0'], ['studio']])('%j is wrong usage', async (...args) => {
  const {code, stderr} = await run('dev', args)
  expect(code).toBe(2)
  expect(stderr).toContain('dev')
})
