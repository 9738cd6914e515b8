import {type Connection, openConnection, requestText} from './connection.ts'
import {type LakeProcess, TOKEN} from './lakeProcess.ts'
import type {QueryClass} from './query/classes.ts'
import {median, quantile} from './statistics.ts'

interface Latency {
  /** Microseconds. */
  p50: number
  p99: number
}

export interface PointQueryResult {
  point: Latency
  empty: Latency
  /** Requests per second over sixteen connections. */
  pointPerSecond: number
  emptyPerSecond: number
  /** Medians over rounds that take turns, so that both meet the same machine. */
  latencyRatio: number
  throughputRatio: number
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

/** Asks for documents by id, and the empty handler as often, in turns. */
export async function measurePointQueries(
  {port, emptyPort}: LakeProcess,
  ids: readonly string[],
): Promise<PointQueryResult> {
  const pointRequests = Array.from({length: PER_ROUND}, (_, i) =>
    queryRequest(
      {name: 'id', query: '*[_id == $id][0]', params: () => ({id: ids[(i * 7919) % ids.length] ?? ''})},
      i,
    ),
  )
  const emptyRequests = [requestText('GET', '/', TOKEN)]
  const open = (to: number): Promise<Connection[]> =>
    Promise.all(Array.from({length: CONNECTIONS}, () => openConnection(to)))
  const points = await open(port)
  const empties = await open(emptyPort)

  const alone = {point: [] as number[], empty: [] as number[]}
  const rounds = {point: [] as number[], empty: [] as number[], latency: [] as number[], load: [] as number[]}
  // The first rounds warm up.
  for (let round = -3; round < ROUNDS; round++) {
    const point = await latencies(points.slice(0, 1), pointRequests)
    const empty = await latencies(empties.slice(0, 1), emptyRequests)
    const pointLoad = await rate(points, pointRequests)
    const emptyLoad = await rate(empties, emptyRequests)
    if (round < 0) continue
    alone.point.push(...point)
    alone.empty.push(...empty)
    rounds.latency.push(median(point) / median(empty))
    rounds.point.push(pointLoad)
    rounds.empty.push(emptyLoad)
    rounds.load.push(emptyLoad / pointLoad)
  }
  for (const connection of [...points, ...empties]) connection.close()
  return {
    point: {p50: median(alone.point), p99: quantile(alone.point, 0.99)},
    empty: {p50: median(alone.empty), p99: quantile(alone.empty, 0.99)},
    pointPerSecond: median(rounds.point),
    emptyPerSecond: median(rounds.empty),
    latencyRatio: median(rounds.latency),
    throughputRatio: median(rounds.load),
  }
}

/** Microseconds of each request, over connections that each send one after the other. */
async function latencies(
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
