import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {type LakeOptions, type LakeServer, startLake} from '../../lake/server.ts'

/** A lake on a free port, with clients to speak to it. */
export interface RunningLake {
  server: LakeServer
  dataDir: string
  /** The official client; with the administrator's token unless the configuration says otherwise. */
  client(config?: ClientConfig): SanityClient
  /** A plain request to a path of the lake; `token: null` sends none. */
  request(path: string, init?: RequestInit & {token?: string | null}): Promise<Response>
  /** A token of a person with that role, got by signing in. */
  tokenOf(role: string): Promise<string>
  stop(): Promise<void>
}

/** Starts a lake; a folder that is given stays when it stops. */
export async function runLake(options: Partial<LakeOptions> = {}): Promise<RunningLake> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'lake-')))
  const server = await startLake({port: 0, ...options, dataDir})

  const request: RunningLake['request'] = (path, {token = server.token, headers, ...init} = {}) => {
    const sent = new Headers(headers)
    if (token !== null) sent.set('authorization', `Bearer ${token}`)
    return fetch(`${server.url}${path}`, {...init, headers: sent})
  }

  return {
    server,
    dataDir,
    request,
    client: (config) =>
      createClient({
        projectId: 'local',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: server.url,
        useProjectHostname: false,
        useCdn: false,
        token: server.token,
        ...config,
      }),
    async tokenOf(role) {
      const redirect = await request(`/dev-login?as=${role}`, {token: null, redirect: 'manual'})
      const sid = /sid=(.+)$/.exec(redirect.headers.get('location') ?? '')?.[1]
      const exchanged = await request(`/v1/auth/fetch?sid=${sid}`, {token: null})
      const {token} = (await exchanged.json()) as {token: string}
      return token
    },
    async stop() {
      await server.close()
      if (options.dataDir === undefined) await rm(dataDir, {recursive: true, force: true})
    },
  }
}

/** Collects what a subscription gives, and waits for it with a bound. */
export class Collected<T> {
  readonly items: T[] = []
  private readonly waiting = new Set<() => void>()

  readonly add = (item: T): void => {
    this.items.push(item)
    for (const wake of this.waiting) wake()
  }

  /** Resolves when `enough` holds; rejects after ten seconds with what there was. */
  until(enough: (items: readonly T[]) => boolean): Promise<T[]> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.waiting.delete(check)
        reject(new Error(`Waited in vain; got ${JSON.stringify(this.items)}`))
      }, 10_000)
      const check = (): void => {
        if (!enough(this.items)) return
        clearTimeout(late)
        this.waiting.delete(check)
        resolve([...this.items])
      }
      this.waiting.add(check)
      check()
    })
  }
}
