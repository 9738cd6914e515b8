import {type Connection, openConnection, requestText} from './connection.ts'
import {type LakeProcess, TOKEN} from './lakeProcess.ts'
import type {QueryClass} from './query/classes.ts'
import {median, quantile} from './statistics.ts'

export interface Latency {
  /** Microseconds. */
  p50: number
  p99: number
}

/** What is asked for over HTTP. */
type Kind = 'point' | 'fresh' | 'framed' | 'bare'

export interface PointQueryResult {
  /**
   * Point queries for documents asked for before, and for others; an empty handler on the lake's kind of
   * server, and on bare `node:http`.
   */
  latency: Record<Kind, Latency>
  /** Requests per second over sixteen connections. */
  perSecond: Record<Kind, number>
  /** Point queries against empty handlers: medians over rounds that take turns. */
  ratios: {framed: number; bare: number; freshBare: number; framedLoad: number; bareLoad: number}
}

const ROUNDS = 12
const PER_ROUND = 400
const PER_ROUND_UNDER_LOAD = 100
const CONNECTIONS = 16

/** The request for a query class, as `@sanity/client` sends it. */
export function queryRequest({query, perspective = 'raw', ...queryClass}: QueryClass, i: number): Buffer {
  const options = new URLSearchParams({query, returnQuery: 'false'})
  for (const [name, value] of Object.entries(queryClass.params(i))) {
    options.set(`$${name}`, JSON.stringify(value))
  }
  options.set('perspective', String(perspective))
  return requestText('GET', `/v2025-02-19/data/query/production?${options}`, TOKEN)
}

/** Asks for documents by id, and the empty handlers as often, in turns. */
export async function measurePointQueries(
  {port, framedPort, barePort}: LakeProcess,
  ids: readonly string[],
): Promise<PointQueryResult> {
  const idRequests = (start: number): Buffer[] =>
    Array.from({length: PER_ROUND}, (_, i) => pointRequest(ids[(start + i) % ids.length] ?? ''))
  const repeated = idRequests(0)
  const empty = [requestText('GET', '/', TOKEN)]
  let asked = 0
  const requests: Record<Kind, () => Buffer[]> = {
    point: () => repeated,
    fresh: () => idRequests((asked += PER_ROUND)),
    framed: () => empty,
    bare: () => empty,
  }
  const open = (to: number): Promise<Connection[]> =>
    Promise.all(Array.from({length: CONNECTIONS}, () => openConnection(to)))
  const points = await open(port)
  const connections = {
    point: points,
    fresh: points,
    framed: await open(framedPort),
    bare: await open(barePort),
  }

  const times = perKind((): number[] => [])
  const medians = perKind((): number[] => [])
  const rates = perKind((): number[] => [])
  // The first rounds warm up.
  for (let round = -3; round < ROUNDS; round++) {
    for (const kind of KINDS) {
      const alone = await latencies(connections[kind].slice(0, 1), requests[kind]())
      const load = await rate(connections[kind], requests[kind]())
      if (round < 0) continue
      times[kind].push(...alone)
      medians[kind].push(median(alone))
      rates[kind].push(load)
    }
  }
  for (const connection of Object.values(connections).flat()) connection.close()
  const ratio = (a: readonly number[], b: readonly number[]): number =>
    median(a.map((value, round) => value / (b[round] ?? 1)))
  return {
    latency: perKind((kind) => latencyOf(times[kind])),
    perSecond: perKind((kind) => median(rates[kind])),
    ratios: {
      framed: ratio(medians.point, medians.framed),
      bare: ratio(medians.point, medians.bare),
      freshBare: ratio(medians.fresh, medians.bare),
      framedLoad: ratio(rates.framed, rates.point),
      bareLoad: ratio(rates.bare, rates.point),
    },
  }
}

const KINDS = ['point', 'fresh', 'framed', 'bare'] as const

const perKind = <T>(make: (kind: Kind) => T): Record<Kind, T> => ({
  point: make('point'),
  fresh: make('fresh'),
  framed: make('framed'),
  bare: make('bare'),
})

/** The request for one document by its id. */
export const pointRequest = (id: string): Buffer =>
  queryRequest({name: 'id', query: '*[_id == $id][0]', params: () => ({id})}, 0)

export const latencyOf = (times: readonly number[]): Latency => ({
  p50: median(times),
  p99: quantile(times, 0.99),
})

/** Microseconds of each request, over connections that each send one after the other. */
export async function latencies(
  connections: readonly Connection[],
  requests: readonly Buffer[],
  count = PER_ROUND,
): Promise<number[]> {
  const times: number[] = []
  const run = async (connection: Connection): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const start = performance.now()
      await connection.send(requests[i % requests.length] ?? Buffer.alloc(0))
      times.push((performance.now() - start) * 1000)
    }
  }
  await Promise.all(connections.map(run))
  return times
}

async function rate(connections: readonly Connection[], requests: readonly Buffer[]): Promise<number> {
  const start = performance.now()
  const times = await latencies(connections, requests, PER_ROUND_UNDER_LOAD)
  return (times.length * 1000) / (performance.now() - start)
}
