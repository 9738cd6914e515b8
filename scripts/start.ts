import {resolve} from 'node:path'

import {createClient} from '@sanity/client'

import {emptyDataFolder, type LakeServer} from '../lake/server.ts'
import {createFundClient} from '../queries/index.ts'
import {startSite, type SiteServer} from '../site/server.ts'
import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {parsePort, stopAsked} from './command/serving.ts'
import {loadContentWhenEmpty} from './content/loadContent.ts'
import {builtOverlays} from './site/overlays.ts'
import {buildStudioWhenStale, studioFolder} from './studio/buildStudio.ts'
import {
  API_VERSION,
  dataFolder,
  DEFAULT_DATASET,
  DEFAULT_PORT,
  LOCAL_PROJECT_ID,
} from './target/environment.ts'
import {codeOf, serveLake} from './target/serveLake.ts'

await runCommand({
  help: `
npm start [-- options]
Starts the embedded Content Lake and the Studio on one address, with the content loaded, and the public
site on the next port.

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

    if (values.fresh) empty(dataDir)
    await buildStudioWhenStale((reason) => say(`Building the Studio (${reason}; about 20 seconds) …`))
    let siteUrl = ''
    const server = await serveLake({
      port,
      dataDir,
      studioDir: studioFolder,
      studioSettings: () => ({siteUrl}),
      projectId: LOCAL_PROJECT_ID,
    })
    const loaded = await loadContent(server)
    const site = await serveSite(server)
    siteUrl = site.url
    announce(server, site, dataDir, loaded)
    await stopAsked()
    await site.close()
    await server.close()
    return exitCodes.done
  },
})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function empty(dataDir: string): void {
  try {
    emptyDataFolder(dataDir)
  } catch (error) {
    throw new CommandError(messageOf(error), undefined, {cause: error})
  }
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

/** The site has an origin of its own, since the Studio keeps its token in the storage of its origin. */
async function serveSite(server: LakeServer): Promise<SiteServer> {
  const options = {
    fund: createFundClient({url: server.url}),
    contentOrigin: server.url,
    frameAncestors: [server.url],
    preview: {
      fund: createFundClient({url: server.url, token: server.token, perspective: 'drafts'}),
      studioUrl: server.url,
      overlays: await builtOverlays(),
    },
  }
  try {
    return await startSite({...options, port: server.port + 1})
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    return startSite({...options, port: 0})
  }
}

function announce(server: LakeServer, site: SiteServer, dataDir: string, loaded: number): void {
  const query = encodeURIComponent('*[_type == "project"]{_id, amount}')
  const lines = [
    '',
    loaded > 0 ? `${loaded} documents loaded from content/.` : 'The content is as it was left.',
    '',
    `  Studio    ${server.url}/`,
    `  Sign in   ${server.url}/#token=${server.token}   (opens the Studio signed in; keep this address to yourself)`,
    `  API       ${server.url}/v${API_VERSION}/data/query/${DEFAULT_DATASET}?query=${query}`,
    `  Site      ${site.url}/nl`,
    `  Data      ${dataDir}`,
    '',
    'Ctrl-C stops it.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
