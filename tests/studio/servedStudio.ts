import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type SanityClient, createClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import {type LakeOptions, type LakeServer, startLake} from '../../lake/server.ts'
import {buildStudioWhenStale, studioFolder} from '../../scripts/studio/buildStudio.ts'
import {launchBrowser} from './browser.ts'

/** For what the lake has to have kept: the Studio sends after a pause, and machines are slow. */
export const PATIENT = {timeout: 120_000}

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
  const folder = await mkdtemp(join(tmpdir(), 'studio-'))
  // A copy, since another command may build the Studio anew while a story lasts.
  const studioDir = join(folder, 'studio')
  await cp(studioFolder, studioDir, {recursive: true})
  const server = await startLake({port: 0, dataDir: join(folder, 'lake'), studioDir, ...options})
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    token: server.token,
    perspective: 'raw',
  })
  await fill(client)
  const browser = await launchBrowser()
  return {
    server,
    client,
    browser,
    async close() {
      await browser.close()
      await server.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
