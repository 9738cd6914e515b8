import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {CommandError} from '../command/errors.ts'
import {DEFAULT_PORT} from './environment.ts'

const DEFAULT_ADDRESS = `http://localhost:${DEFAULT_PORT}`

interface FoundLake {
  url: string
  token: string | undefined
  close: () => Promise<void>
}

/** How long a lake may take to answer: one that was named is there, and may be busy. */
const PROBE_TIMEOUT_MS = {named: 15_000, guessed: 2000}

/**
 * A lake to talk to: the one at LAKE_URL, else the one that runs on `dataFolder` or on the default port,
 * else one started on `dataFolder` on a free port, ended by `close`.
 *
 * @throws CommandError when LAKE_URL is set and no lake answers there.
 */
export async function findLake(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<FoundLake> {
  const given = environment['LAKE_URL']?.replace(/\/$/, '')
  const addresses = given ? [given] : [await lineIn(dataFolder, 'address'), DEFAULT_ADDRESS]
  for (const url of addresses) {
    if (url === undefined || !(await answers(url, PROBE_TIMEOUT_MS[given ? 'named' : 'guessed']))) continue
    const token = environment['SANITY_AUTH_TOKEN'] || (await lineIn(dataFolder, 'token'))
    return {url, token, close: async () => {}}
  }
  if (given) {
    throw new CommandError(
      `No lake answers at LAKE_URL ${given}. Start one there (npm start, or npm run lake -- --port …), or unset LAKE_URL.`,
    )
  }
  // Loaded only here: a command that finds a running lake starts in half the time.
  const {serveLake} = await import('./serveLake.ts')
  const server = await serveLake({port: 0, dataDir: dataFolder})
  return {url: server.url, token: server.token, close: () => server.close()}
}

async function answers(url: string, timeout: number): Promise<boolean> {
  try {
    const response = await fetch(`${url}/v1/ping`, {signal: AbortSignal.timeout(timeout)})
    return response.ok
  } catch {
    return false
  }
}

/** What a file that a lake keeps in its data folder says. */
async function lineIn(dataFolder: string, file: 'address' | 'token'): Promise<string | undefined> {
  try {
    return (await readFile(join(dataFolder, file), 'utf8')).trim()
  } catch {
    return undefined
  }
}
