import type {QueryRow} from '../parts/queries.ts'
import type {Results, SizeResult} from '../results.ts'
import {geometricMean, median} from '../statistics.ts'

/** A target and what was measured for it. */
export interface Target {
  what: string
  bound: string
  measured: string
  holds: boolean
}

/** Classes that search words. */
const TEXT = new Set(['q07_match', 'q08_score', 'q19_words', 'q24_studiosearch', 'q25_studioall'])
/** Classes that no index serves as they stand. */
const COMPUTED = new Set(['q20_lower', 'q21_either', 'q22_computed', 'q23_derefcond'])
const MAX_MEMORY = 3
const MAX_START_MS = 3000

export const times = (ratio: number): string =>
  `${ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(2)}×`

/** The targets that the measured parts decide. */
export function targetsOf({sizes}: Results): Target[] {
  const largest = sizes.at(-1)
  if (largest === undefined) return []
  const small = sizes.length > 1 ? sizes[0]?.queries?.rows : undefined
  return [
    ...(largest.queries === undefined ? [] : queryTargets(largest.queries.rows, small ?? [])),
    ...serverTargets(largest),
  ]
}

function queryTargets(rows: readonly QueryRow[], small: readonly QueryRow[]): Target[] {
  const indexed = rows.filter(({name}) => !TEXT.has(name) && !COMPUTED.has(name))
  const answer = indexed.map(({ours, answer}) => ours / answer)
  const again = indexed.map(({again, answer}) => again / answer)
  const asked = [...rows, ...small]
  return [
    ...leastSpeedUp('indexable classes against groq-js, each', indexed, 1000),
    ...leastSpeedUp(
      'text search against groq-js, each',
      rows.filter(({name}) => TEXT.has(name)),
      100,
    ),
    ...leastSpeedUp(
      'classes that no index serves, each',
      rows.filter(({name}) => COMPUTED.has(name)),
      20,
    ),
    ...leastSpeedUp('every class, at 1k documents too', asked, 1),
    ...meanSpeedUp(indexed),
    ...(indexed.length === 0
      ? []
      : [
          atMost(
            'own answer against JSON.stringify of it, worst',
            Math.max(...answer),
            2,
            worst(indexed, 'ours'),
          ),
          atMost('the same, median', median(answer), 1),
          atMost('an answer given again against it, worst', Math.max(...again), 2, worst(indexed, 'again')),
          atMost('the same, median', median(again), 1),
        ]),
  ]
}

const speedUps = (rows: readonly QueryRow[]): {name: string; ratio: number}[] =>
  rows.flatMap(({name, ours, groqJs}) => (groqJs === undefined ? [] : [{name, ratio: groqJs / ours}]))

function leastSpeedUp(what: string, rows: readonly QueryRow[], bound: number): Target[] {
  const [least] = speedUps(rows).toSorted((a, b) => a.ratio - b.ratio)
  if (least === undefined) return []
  return [atLeast(what, least.ratio, bound, least.name)]
}

function meanSpeedUp(rows: readonly QueryRow[]): Target[] {
  const ratios = speedUps(rows).map(({ratio}) => ratio)
  if (ratios.length === 0) return []
  return [atLeast('indexable classes against groq-js, geometric mean', geometricMean(ratios), 10_000)]
}

const worst = (rows: readonly QueryRow[], time: 'ours' | 'again'): string =>
  rows.toSorted((a, b) => b[time] / b.answer - a[time] / a.answer)[0]?.name ?? ''

function serverTargets({fill, http, writes}: SizeResult): Target[] {
  const targets: Target[] = []
  if (http?.points !== undefined) {
    const {ratios} = http.points
    targets.push(
      atMost('HTTP point query against an empty handler on such a server, latency', ratios.framed, 1.3),
      atMost('the same under 16 connections, throughput', ratios.framedLoad, 1.3),
      atMost('HTTP point query against an empty handler of bare node:http, latency', ratios.bare, 1.3),
      atMost('the same for documents not asked for before', ratios.freshBare, 1.3),
      atMost('the same under 16 connections, throughput', ratios.bareLoad, 1.3),
    )
  }
  if (http?.duringScan !== undefined) {
    targets.push(atMost('p99 of a point query during full scans against idle p99', http.duringScan.ratio, 5))
  }
  if (writes !== undefined) {
    targets.push(atLeast('commits of one writer against fsyncs', writes.one / writes.fsync, 0.8))
  }
  if (http !== undefined && fill !== undefined) {
    targets.push(
      {
        what: 'start to first answer',
        bound: `≤ ${MAX_START_MS / 1000} s`,
        measured: `${(http.start / 1000).toFixed(2)} s`,
        holds: http.start <= MAX_START_MS,
      },
      atMost('resident memory against the JSON, started', http.memory / fill.jsonBytes, MAX_MEMORY),
      atMost('the same with the indexes of all classes', http.memoryIndexed / fill.jsonBytes, MAX_MEMORY),
    )
  }
  return targets
}

const atMost = (what: string, ratio: number, bound: number, where = ''): Target => ({
  what,
  bound: `≤ ${bound}×`,
  measured: named(ratio, where),
  holds: ratio <= bound,
})

const atLeast = (what: string, ratio: number, bound: number, where = ''): Target => ({
  what,
  bound: `≥ ${bound.toLocaleString('en')}×`,
  measured: named(ratio, where),
  holds: ratio >= bound,
})

const named = (ratio: number, where: string): string =>
  where === '' ? times(ratio) : `${times(ratio)} (${where})`
