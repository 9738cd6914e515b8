import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import type {LakeOptions, LakeServer} from '../../lake/server.ts'
import {buildStudioWhenStale, studioFolder} from '../../scripts/studio/buildStudio.ts'
import {runLake} from '../lake/runningLake.ts'
import {launchBrowser, openPerson, type Person} from './browser.ts'

/** The built Studio on a real lake of its own, and a browser to open it in. */
export interface ServedStudio {
  server: LakeServer
  /** Reads and writes everything, past the Studio. */
  client: SanityClient
  browser: Browser
  close(): Promise<void>
}

/**
 * Serves the Studio, built anew where it is stale, on a lake in a folder that goes away with it.
 *
 * @param fill puts the content in
 */
export async function serveStudio(
  fill: (client: SanityClient) => Promise<unknown>,
  options: Partial<LakeOptions> = {},
): Promise<ServedStudio> {
  await buildStudioWhenStale((reason) => process.stderr.write(`Building the Studio: ${reason}\n`))
  const studioDir = await mkdtemp(join(tmpdir(), 'studio-'))
  // A copy, since another command may build the Studio anew while a story lasts.
  await cp(studioFolder, studioDir, {recursive: true})
  const lake = await runLake({studioDir, ...options})
  const client = lake.client({perspective: 'raw'})
  await fill(client)
  const browser = await launchBrowser()
  return {
    server: lake.server,
    client,
    browser,
    async close() {
      await browser.close()
      await lake.stop()
      await rm(studioDir, {recursive: true, force: true})
    },
  }
}

/** A laptop, on which staff work. */
export const LAPTOP = {width: 1366, height: 768}

/** The Studio with two colleagues who are signed in, each at a browser of their own. */
export interface StaffedStudio extends ServedStudio {
  /** Works in Dutch. */
  els: Person
  /** Works in English. */
  emma: Person
  /** Screenshots of what both see. */
  screenshots(name: string): Promise<void>
}

/**
 * Serves the Studio with the content, for two editors on laptops.
 *
 * @param fill puts the content in
 */
export async function staffStudio(fill: (client: SanityClient) => Promise<unknown>): Promise<StaffedStudio> {
  const served = await serveStudio(fill)
  const {url} = served.server
  const [els, emma] = await Promise.all([
    openPerson(served.browser, url, 'nl-BE'),
    openPerson(served.browser, url, 'en-GB'),
  ])
  for (const {page} of [els, emma]) {
    await page.setViewportSize(LAPTOP)
    await page.goto(`${url}/dev-login?as=editor&origin=${encodeURIComponent(url)}`)
    await page.getByTestId('studio-navbar').waitFor()
  }
  return {
    ...served,
    els,
    emma,
    async screenshots(name) {
      await els.screenshot(`${name} els`)
      await emma.screenshot(`${name} emma`)
    },
  }
}
