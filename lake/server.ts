import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'
import {createAccess} from './access/access.ts'
import {administratorToken} from './access/administratorToken.ts'
import {isAllowedHost, isLoopbackHost, originRule, projectOfHost} from './access/origins.ts'
import {may, userIdOf} from './access/roles.ts'
import {createAssetHandlers} from './assets/index.ts'
import {startBackups} from './backup/backups.ts'
import {type Lake, openLake} from './dataset/index.ts'
import {createApp} from './http/app.ts'
import {corsOrigins} from './http/administration.ts'
import {type DirectAnswer, directQuery} from './http/directQuery.ts'
import type {Report} from './http/errors.ts'
import {createLedger, type LedgerEntry} from './http/ledger.ts'
import type {Services} from './http/services.ts'
import {createSockets, type Sockets} from './stream/sockets.ts'
import {createStreams} from './stream/streams.ts'
import {startWebhooks} from './webhooks/webhooks.ts'

export {type Examination, type Finding, examine} from './doctor/index.ts'
export {isDatasetName} from './http/dataset.ts'
export {emptyDataFolder} from './store/index.ts'

/** How to start a lake. */
export interface LakeOptions {
  /** 0 takes a free one. */
  port: number
  /** The folder that keeps everything; made when it is not there. One lake at a time may use it. */
  dataDir: string
  /** The administrator's token; otherwise the one kept in `dataDir/token`, made at first start. */
  token?: string
  /** The project of requests that name none; any project id is answered. */
  projectId?: string
  /** The dataset that every project has, created on first use. */
  dataset?: string
  /** Built Studio to serve at `/`. */
  studioDir?: string
  /** What that Studio reads at `/studio-settings.json`: nothing unless said otherwise. */
  studioSettings?: () => Record<string, string>
  /** The name or address to bind to; loopback unless said otherwise. */
  host?: string
  /** Told of faults of the lake itself; writes them to stderr unless said otherwise. */
  report?: Report
}

/** A lake that answers. */
export interface LakeServer {
  /** Its address without a path, such as `http://localhost:3333`: the `apiHost` of clients. */
  url: string
  /** The port that it listens on. */
  port: number
  /** The administrator's token. */
  token: string
  /** What it keeps, for a program that needs no HTTP. */
  lake: Lake
  /** What clients asked for that the lake does not have. */
  ledger: readonly LedgerEntry[]
  /** Ends streams, lets requests under way finish for a few seconds, and gives the data folder free. */
  close(): Promise<void>
}

const DEFAULT_PROJECT = 'local'
const DEFAULT_DATASET = 'production'
/** The file of a data folder that says where the lake on it answers, so that commands find it on any port. */
const ADDRESS_FILE = 'address'
const LOOPBACK = ['127.0.0.1', '::1'] as const

/** What slow or stuck clients may take. */
const HEADERS_TIMEOUT_MS = 15_000
const REQUEST_TIMEOUT_MS = 300_000
/** Longer than clients keep a connection, so that they don't meet one that is closing. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000
/** Clients put queries of up to 14,800 characters into an address. */
const MAX_HEADER_BYTES = 64 * 1024
/** What requests under way get to finish at the end. */
const GRACE_MS = 3000

const writeToStderr: Report = (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

/**
 * Opens the data folder and answers on the port.
 *
 * @returns the lake, once it answers
 * @throws the system's error (`EADDRINUSE`, `EACCES` …) when the port is taken
 * @throws StoreError when the folder is not usable, or another lake uses it
 * @example
 * const server = await startLake({port: 0, dataDir: await mkdtemp(join(tmpdir(), 'lake-'))})
 * const client = createClient({
 *   apiHost: server.url, useProjectHostname: false, projectId: 'local', dataset: 'production',
 *   apiVersion: '2025-02-19', useCdn: false, token: server.token,
 * })
 * await client.create({_type: 'theme', title: []})
 * await server.close()
 */
export async function startLake(options: LakeOptions): Promise<LakeServer> {
  const {host = 'localhost', projectId = DEFAULT_PROJECT, dataset = DEFAULT_DATASET} = options
  mkdirSync(options.dataDir, {recursive: true})
  const lake = openLake(options.dataDir)
  let origin = ''
  try {
    const token = administratorToken(options.dataDir, options.token)
    const extraHost = isLoopbackHost(host) ? undefined : host
    const services: Services = {
      lake,
      access: createAccess(lake.accounts, token),
      assets: createAssetHandlers({
        dataDir: options.dataDir,
        dataset: (project, name) => lake.dataset(project, name),
        origin: () => origin,
      }),
      streams: createStreams(),
      webhooks: startWebhooks(lake),
      backups: startBackups(lake, {dataDir: options.dataDir}),
      ledger: createLedger(),
      defaultProject: projectId,
      defaultDataset: dataset,
      devLogin: extraHost === undefined,
      extraHost,
      originRule: (origin, requestHost) => originRule(origin, requestHost, () => corsOrigins(lake)),
      report: options.report ?? writeToStderr,
      studioDir: options.studioDir,
      studioSettings: options.studioSettings ?? (() => ({})),
      origin: () => origin,
    }
    if (lake.dataset(projectId, dataset) === undefined) lake.createDataset(projectId, dataset)

    const app = createApp(services)
    const sockets = socketsOf(services, (request) => app.fetch(request))
    const servers = await listen(host, options.port, () =>
      serverOf(app.fetch, directQuery(services), sockets),
    )
    const port = portOf(servers)
    origin = `http://${extraHost === undefined ? 'localhost' : urlHost(extraHost)}:${port}`
    const addressFile = join(options.dataDir, ADDRESS_FILE)
    writeFileSync(addressFile, `${origin}\n`)
    return {
      url: origin,
      port,
      token,
      lake,
      get ledger() {
        return services.ledger.entries
      },
      async close() {
        services.webhooks.close()
        services.streams.close()
        sockets.close()
        await Promise.all([services.backups.close(), ...servers.map(closeServer)])
        rmSync(addressFile, {force: true})
        await lake.close()
      },
    }
  } catch (error) {
    await lake.close()
    throw error
  }
}

function socketsOf(
  {access, defaultProject, extraHost, originRule: ruleOf, report}: Services,
  fetch: (request: Request) => Response | Promise<Response>,
) {
  return createSockets({
    fetch,
    report,
    allows: (host, origin) =>
      isAllowedHost(host, {extraHost}) && (origin === undefined || ruleOf(origin, host) !== undefined),
    identify(authorization) {
      const identity = access.recognise(authorization)
      return identity !== undefined && may(identity, 'read') ? userIdOf(identity) : undefined
    },
    projectOf: (host) => projectOfHost(host) ?? defaultProject,
  })
}

function serverOf(
  fetch: Parameters<typeof getRequestListener>[0],
  answersDirectly: DirectAnswer,
  sockets: Sockets,
): Server {
  const listener = getRequestListener(fetch, {overrideGlobalObjects: false})
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => {
      if (!answersDirectly(request, response)) void listener(request, response)
    },
  )
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  return server
}

/**
 * `localhost` may mean either loopback address, so both are bound where the machine has both.
 * The second may be missing, but not taken: then part of the clients would reach someone else.
 */
async function listen(host: string, port: number, create: () => Server): Promise<Server[]> {
  if (host !== 'localhost') return [await bind(create(), host, port)]
  const first = await bind(create(), LOOPBACK[0], port)
  try {
    return [first, await bind(create(), LOOPBACK[1], portOf([first]))]
  } catch (error) {
    if (isAddressMissing(error)) return [first]
    await closeServer(first)
    throw error
  }
}

const isAddressMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')

function bind(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function portOf([server]: readonly Server[]): number {
  const address = server?.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return address.port
}

const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => {
    server.close(resolve)
  })
  server.closeIdleConnections()
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(grace)
}
