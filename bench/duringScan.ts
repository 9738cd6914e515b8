import {openConnection} from './connection.ts'
import type {LakeProcess} from './lakeProcess.ts'
import {type Latency, latencies, latencyOf, pointRequest, queryRequest} from './pointQueries.ts'
import {median, quantile} from './statistics.ts'

/** Point queries while someone else walks all documents. */
export interface DuringScanResult {
  idle: Latency
  /** During the first scans, which make lists in the lake until a process is made for them. */
  first: Latency
  /** During those that follow. */
  during: Latency
  /** p99 during a scan against idle p99, the median over rounds that take turns. */
  ratio: number
  /** Milliseconds that a scan takes, the longest of the first ones and the others in the median. */
  firstScan: number
  scan: number
}

const ROUNDS = 7
const PER_ROUND = 600
/** As many as the lake makes lists for before it makes a process, and the one that it is made for. */
const FIRST_SCANS = 4
/** No index serves it, and no answer is kept, since each asks for another text. */
const SCAN = 'count(*[string::startsWith(lower(summary.en), $start)])'

/** Asks for documents by id: alone, and while another connection has one scan after the other done. */
export async function measureDuringScan(
  {port}: LakeProcess,
  ids: readonly string[],
): Promise<DuringScanResult> {
  const points = await openConnection(port)
  const scans = await openConnection(port)
  const scanTimes: number[] = []
  let asked = 0
  const ask = (): Promise<number[]> => {
    const requests = Array.from({length: PER_ROUND}, () => pointRequest(ids[asked++ % ids.length] ?? ''))
    return latencies([points], requests, PER_ROUND)
  }
  const scan = async (): Promise<void> => {
    const start = performance.now()
    const params = {start: `w${scanTimes.length}`}
    await scans.send(queryRequest({name: 'scan', query: SCAN, params: () => params}, 0))
    scanTimes.push(performance.now() - start)
  }
  /** Point queries for as long as scans are wanted; the last scan may outlast them. */
  const askDuring = async (isOver: (asked: number) => boolean): Promise<number[]> => {
    const times: number[] = []
    const goOn = async (): Promise<void> => {
      await scan()
      if (!isOver(times.length)) await goOn()
    }
    const scanning = goOn()
    while (!isOver(times.length)) times.push(...(await ask()))
    await scanning
    return times
  }

  await ask()
  await ask()
  const all = {idle: await ask(), during: [] as number[]}
  const first = await askDuring(() => scanTimes.length >= FIRST_SCANS)
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await ask()
    const during = await askDuring((count) => count >= PER_ROUND)
    all.idle.push(...idle)
    all.during.push(...during)
    ratios.push(quantile(during, 0.99) / quantile(idle, 0.99))
  }
  points.close()
  scans.close()
  return {
    idle: latencyOf(all.idle),
    first: latencyOf(first),
    during: latencyOf(all.during),
    ratio: median(ratios),
    firstScan: Math.max(...scanTimes.slice(0, FIRST_SCANS)),
    scan: median(scanTimes.slice(FIRST_SCANS)),
  }
}
