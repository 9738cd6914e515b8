import {rm} from 'node:fs/promises'
import {resolve} from 'node:path'

import {createClient} from '@sanity/client'

import {startLake, type LakeServer} from '../lake/server.ts'
import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {loadContentWhenEmpty} from './content/loadContent.ts'
import {buildStudioWhenStale, studioFolder} from './studio/buildStudio.ts'
import {
  API_VERSION,
  dataFolder,
  DEFAULT_DATASET,
  DEFAULT_PORT,
  LOCAL_PROJECT_ID,
} from './target/environment.ts'

await runCommand({
  help: `
npm start [-- options]
Starts the embedded Content Lake and the Studio on one address, with the content loaded.

  --port N     port to listen on (default ${DEFAULT_PORT})
  --data DIR   folder that keeps the content (default .data, or LAKE_DATA)
  --fresh      empty that folder first and load content/ again; everything edited there is lost

Stop it with Ctrl-C. A second start keeps what was edited.`,
  options: {
    port: {type: 'string', default: String(DEFAULT_PORT)},
    data: {type: 'string'},
    fresh: {type: 'boolean', default: false},
  },
  async main({values, positionals}) {
    if (positionals.length > 0) throw new UsageError(`npm start takes options only, not '${positionals[0]}'.`)
    const port = parsePort(values.port)
    const dataDir = resolve(values.data ?? dataFolder())

    const built = buildStudioWhenStale((reason) => say(`Building the Studio (${reason}; about 20 seconds) …`))
    if (values.fresh) await emptyFolder(dataDir)
    await built
    const server = await start(port, dataDir)
    const loaded = await loadContent(server)
    announce(server, dataDir, loaded)
    await ended(server)
    return exitCodes.done
  },
})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535, not '${text}'.`)
  return port
}

async function emptyFolder(dataDir: string): Promise<void> {
  await rm(dataDir, {recursive: true, force: true})
}

async function start(port: number, dataDir: string): Promise<LakeServer> {
  try {
    return await startLake({port, dataDir, studioDir: studioFolder, projectId: LOCAL_PROJECT_ID})
  } catch (error) {
    if (isPortTaken(error)) {
      throw new CommandError(
        `Port ${port} is already in use. Stop what is running there, or choose another port: npm start -- --port ${port + 1}`,
      )
    }
    throw error
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

async function loadContent(server: LakeServer): Promise<number> {
  const client = createClient({
    projectId: LOCAL_PROJECT_ID,
    dataset: DEFAULT_DATASET,
    apiHost: server.url,
    useProjectHostname: false,
    token: server.token,
    apiVersion: API_VERSION,
    perspective: 'raw',
    useCdn: false,
  })
  try {
    return await loadContentWhenEmpty(client)
  } catch (error) {
    await server.close()
    throw new CommandError(`The content of content/ could not be loaded: ${messageOf(error)}`)
  }
}

function announce(server: LakeServer, dataDir: string, loaded: number): void {
  const query = encodeURIComponent('*[_type == "project"]{_id, amount}')
  const lines = [
    '',
    loaded > 0 ? `${loaded} documents loaded from content/.` : 'The content is as it was left.',
    '',
    `  Studio    ${server.url}/`,
    `  Sign in   ${server.url}/#token=${server.token}   (opens the Studio signed in; keep this address to yourself)`,
    `  API       ${server.url}/v${API_VERSION}/data/query/${DEFAULT_DATASET}?query=${query}`,
    `  Data      ${dataDir}`,
    '',
    'Ctrl-C stops it.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Resolves when a signal has asked to stop and the lake is closed. */
async function ended(server: LakeServer): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => resolve()
    process.removeAllListeners('SIGINT')
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    process.once('SIGHUP', stop)
  })
  await server.close()
}
