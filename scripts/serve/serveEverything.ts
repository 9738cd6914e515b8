import {createClient} from '@sanity/client'

import type {LakeServer} from '../../lake/server.ts'
import {startSite, type SiteServer} from '../../site/server.ts'
import {codeOf, CommandError, messageOf} from '../command/errors.ts'
import {loadContentWhenEmpty} from '../content/loadContent.ts'
import {siteOptions} from '../site/siteContent.ts'
import {API_VERSION, DEFAULT_DATASET, LOCAL_PROJECT_ID} from '../target/environment.ts'
import {serveLake} from '../target/serveLake.ts'

export interface ServeOptions {
  /** Of the lake; 0 takes a free one. */
  port: number
  dataDir: string
  /** Built Studio to serve with the lake. */
  studioDir?: string
  /** Where the Studio is, when it isn't with the lake. */
  studioUrl?: string
  /** The site's port; another one when it is taken. */
  sitePort: number
}

/** A lake with its content and the public site beside it. */
export interface Everything {
  server: LakeServer
  site: SiteServer
  /** How many documents of content/ were loaded. */
  loaded: number
  close(): Promise<void>
}

/**
 * Starts the lake, loads content/ into an empty dataset, and serves the public site of it.
 *
 * @throws CommandError that says what keeps it from starting
 */
export async function serveEverything(options: ServeOptions): Promise<Everything> {
  const {port, dataDir, studioDir, sitePort} = options
  let siteUrl = ''
  const server = await serveLake({
    port,
    dataDir,
    ...(studioDir === undefined ? {} : {studioDir}),
    studioSettings: () => ({siteUrl}),
    projectId: LOCAL_PROJECT_ID,
  })
  const loaded = await loadContent(server)
  const site = await serveSite(server, options.studioUrl ?? server.url, sitePort)
  siteUrl = site.url
  return {
    server,
    site,
    loaded,
    async close() {
      await site.close()
      await server.close()
    },
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
async function serveSite(server: LakeServer, studioUrl: string, port: number): Promise<SiteServer> {
  const options = await siteOptions({
    place: {url: server.url},
    preview: {token: server.token, studioUrl},
  })
  try {
    return await startSite({...options, port})
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    return startSite({...options, port: 0})
  }
}

/** What a person is told once everything is up: the addresses, and how to stop it. */
export function addressesOf(
  {server, site, loaded}: Everything,
  {dataDir, studioUrl = server.url}: Pick<ServeOptions, 'dataDir' | 'studioUrl'>,
): string {
  const query = encodeURIComponent('*[_type == "project"]{_id, amount}')
  return [
    '',
    loaded > 0 ? `${loaded} documents loaded from content/.` : 'The content is as it was left.',
    '',
    `  Studio    ${studioUrl}/`,
    `  Sign in   ${studioUrl}/#token=${server.token}   (opens the Studio signed in; keep this address to yourself)`,
    `  API       ${server.url}/v${API_VERSION}/data/query/${DEFAULT_DATASET}?query=${query}`,
    `  Site      ${site.url}/nl`,
    `  Data      ${dataDir}`,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
